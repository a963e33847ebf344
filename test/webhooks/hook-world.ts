import { env } from "cloudflare:workers";
import type { EndpointWithSecret, WebhookDelivery } from "../../schemas/webhooks.ts";
import { commit } from "../../workers/db/commit.ts";
import { happened } from "../../workers/modules/outbox/statements.ts";
import { listDueDeliveryIds } from "../../workers/modules/webhooks/queries.ts";
import { sendWebhook } from "../../workers/modules/webhooks/send-webhook.ts";
import type { Context, Nudge } from "../../workers/platform/context.ts";
import { spreadNews } from "../../workers/queues/news.ts";
import type { OutsideNetwork } from "../support/outside-network.ts";
import { call, type Programme, systemContext, type TestUser } from "../support/world.ts";

export const PUBLIC_ADDRESS = "196.200.131.7";
let sequence = 0;

export interface Received {
  readonly headers: Headers;
  readonly text: string;
  readonly message: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: { readonly object: Record<string, unknown>; readonly previous: Record<string, string> | null };
  };
}

export interface Hook {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly owner: TestUser;
  readonly received: Received[];
  /** What the server answers from now on. */
  answerWith(answer: (request: Request) => Response | Promise<Response>): void;
  /** Types of what it received, in the order they came. */
  types(): string[];
}

const unique = () => `${Date.now().toString(36)}-${sequence++}`;

/** Somebody's server on the public internet, and an endpoint that names it. */
export async function addHook(
  network: OutsideNetwork,
  owner: TestUser,
  options: { events?: string[]; answer?: () => Response } = {},
): Promise<Hook> {
  const host = `hooks-${unique()}.example`;
  const url = `https://${host}/in`;
  let answer: (request: Request) => Response | Promise<Response> = options.answer ?? (() => new Response("thanks"));
  const received: Received[] = [];
  network.addresses(host, PUBLIC_ADDRESS, "2a00:1450:4006:80b::200e");
  network.page(url, async (request) => {
    const text = await request.clone().text();
    received.push({ headers: request.headers, text, message: JSON.parse(text) });
    return answer(request);
  });
  const { status, body } = await call<EndpointWithSecret>("POST", "/api/webhooks/endpoints", {
    key: owner.apiKey,
    json: { url, events: options.events ?? [] },
  });
  if (status !== 201 || body.secret === null) throw new Error(`the endpoint was answered ${status}`);
  return {
    id: body.id,
    url,
    secret: body.secret,
    owner,
    received,
    answerWith: (given) => {
      answer = given;
    },
    types: () => received.map(({ message }) => message.type),
  };
}

/** A system context some time from now, which notes the messages it would send. */
export function later(afterMs = 0): Context & { readonly nudges: Nudge[] } {
  const nudges: Nudge[] = [];
  const ctx = systemContext({ now: () => Date.now() + afterMs });
  return { ...ctx, nudge: (message) => void nudges.push(message), nudges };
}

/** Lets the readers of the news go on, and sends everything that is due. */
export async function spread(ctx: Context = later()): Promise<void> {
  await spreadNews(ctx);
  await sendDue(ctx);
}

/** Makes every attempt that is due, as the cron does, and waits for those that the queue is making. */
export async function sendDue(ctx: Context = later()): Promise<void> {
  for (const id of await listDueDeliveryIds(ctx, 500)) await sendWebhook(ctx, id);
  while ((await underWay()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function underWay(): Promise<number> {
  const row = await env.CORE_DB.prepare(
    "SELECT count(*) AS rows FROM webhook_deliveries WHERE state = 'waiting' AND attempts > 0 AND last_error IS NULL AND next_attempt_at IS NOT NULL",
  ).first<{ rows: number }>();
  return row?.rows ?? 0;
}

/** Something that both sides of the programme are told of, without a message that would tell the queue. */
export async function change({ requestId }: Programme): Promise<void> {
  const ctx = later();
  await commit(ctx, [happened(ctx, "request.approved", requestId)]);
}

/** What the API says was sent to the endpoint, newest first. */
export async function deliveriesOf(hook: Hook): Promise<WebhookDelivery[]> {
  const { body } = await call<{ data: WebhookDelivery[] }>("GET", `/api/webhooks/endpoints/${hook.id}/deliveries`, {
    key: hook.owner.apiKey,
  });
  return body.data;
}

export const endpointRow = (id: string) =>
  env.CORE_DB.prepare("SELECT * FROM webhook_endpoints WHERE id = ?")
    .bind(id)
    .first<Record<string, string | number | null>>();
