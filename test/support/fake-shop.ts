import { type ReceivedPlatform, signatureOf } from "../../workers/vendors/delivery-schemes.ts";
import { strictEnv } from "./gate.ts";
import { type Answer, call } from "./world.ts";

/** How often a shop sends what was not taken: Shopify's eight times after the first. */
const ATTEMPTS = 9;

const HEADERS: Readonly<Record<ReceivedPlatform, (topic: string, id: string) => Record<string, string>>> = {
  shopify: (topic, id) => ({ "X-Shopify-Topic": topic, "X-Shopify-Webhook-Id": id }),
  woocommerce: (topic, id) => ({ "X-WC-Webhook-Topic": topic, "X-WC-Webhook-Delivery-ID": id }),
  youcan: (_topic, id) => ({ "X-YOUCAN-DELIVERY-ID": id }),
  courier: () => ({}),
};
const SIGNATURES: Readonly<Record<ReceivedPlatform, string>> = {
  shopify: "X-Shopify-Hmac-SHA256",
  woocommerce: "X-WC-Webhook-Signature",
  youcan: "X-YOUCAN-SIGNATURE",
  courier: "X-Sys-Signature",
};

export interface Delivery {
  readonly topic?: string;
  readonly id?: string;
  /** The body as the platform writes it: an object, or the very text. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Signed with another secret than the connector's. */
  readonly secret?: string;
}

const AWAY = {
  prepare: () => {
    throw new Error("D1_ERROR: the database is away");
  },
};

let sent = 0;

/** A shop or courier's system that behaves as its platform documents: signs the raw body, numbers deliveries, tries again on 5xx. */
export class FakeShop {
  readonly platform: ReceivedPlatform;
  readonly connectorId: string;
  readonly secret: string;
  /** How many requests it took. */
  attempts = 0;
  /** How many of the next requests find our database away. */
  outages = 0;

  constructor(platform: ReceivedPlatform, connectorId: string, secret: string) {
    this.platform = platform;
    this.connectorId = connectorId;
    this.secret = secret;
  }

  /** One delivery, sent again while the answer is a 5xx, at most nine times in all. */
  async send(delivery: Delivery): Promise<Answer> {
    const id = delivery.id ?? `dlv-${(sent++).toString(36)}`;
    for (let left = ATTEMPTS - 1; ; left--) {
      const answer = await this.#post({ ...delivery, id });
      if (answer.status < 500 || left === 0) return answer;
    }
  }

  #post({ topic = "", id = "", body, headers = {}, secret = this.secret }: Delivery): Promise<Answer> {
    this.attempts += 1;
    const raw = typeof body === "string" ? body : phpJson(body);
    const bytes = new TextEncoder().encode(raw);
    const isAway = this.outages > 0;
    if (isAway) this.outages -= 1;
    return call("POST", `/api/webhooks/${this.platform}/${this.connectorId}`, {
      raw,
      ...(isAway ? { env: strictEnv({ CORE_DB: AWAY }) } : {}),
      headers: {
        "Content-Type": "application/json",
        ...HEADERS[this.platform](topic, id),
        [SIGNATURES[this.platform]]: signatureOf(this.platform, secret, bytes),
        ...headers,
      },
    });
  }
}

// Slashes and everything beyond ASCII escaped, as PHP and Rails write it.
function phpJson(body: unknown): string {
  return JSON.stringify(body)
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export interface Connected {
  readonly id: string;
  readonly shop: FakeShop;
}

/** A connector of the key's merchant, made through the API, and the shop that sends to it. */
export async function connect(
  key: string,
  platform: ReceivedPlatform,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Connected> {
  const secret = `secret-of-${platform}`;
  const { status, body } = await call("POST", "/api/tracking/connectors", {
    key,
    json: { platform, name: `Test ${platform}`, secret, ...more },
  });
  if (status !== 201) throw new Error(`no connector: ${status} ${JSON.stringify(body)}`);
  return { id: String(body.id), shop: new FakeShop(platform, String(body.id), secret) };
}
