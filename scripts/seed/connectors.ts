import type { ConnectorPlatform } from "../../schemas/connectors.ts";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { toHex } from "../../workers/core/digest.ts";
import { createConnector } from "../../workers/modules/tracking/connectors/create-connector.ts";
import { type Cast, known } from "./cast.ts";
import type { Stage } from "./stage.ts";

const CONNECTED_DAYS = 45;

/** Where whose orders come from. The demo's own merchant has no shop yet: connecting one is its first lesson. */
const CONNECTORS: readonly (readonly [merchant: string, platform: ConnectorPlatform, name: string])[] = [
  ["fassia", "courier", "Atlas Express"],
  ["fassia", "postback", "Site maison"],
  ["argan", "shopify", "Boutique Shopify"],
  ["casa", "woocommerce", "Boutique WooCommerce"],
  ["atlas", "youcan", "متجر يوكان"],
];

export interface PlayedConnector {
  readonly id: string;
  readonly merchantId: string;
  readonly platform: ConnectorPlatform;
  readonly webhookUrl: string;
  readonly secret: string;
}

export async function connectShops(stage: Stage, cast: Cast): Promise<readonly PlayedConnector[]> {
  const made: PlayedConnector[] = [];
  for (const [merchant, platform, name] of CONNECTORS) {
    const merchantId = known(cast.merchants, merchant).id;
    // A secret is a secret even in a demo: the machine's own chance, not the story's.
    const secret = toHex(crypto.getRandomValues(new Uint8Array(24)).buffer);
    const ctx = stage.user("merchant", merchantId, stage.nowMs - CONNECTED_DAYS * DAY_MS);
    const { id, webhookUrl } = await createConnector(ctx, { platform, name, secret });
    made.push({ id, merchantId, platform, webhookUrl, secret });
  }
  return made;
}

/** Who tells a merchant's orders, and what becomes of their parcels, as the sources of events are written. */
export interface Tellers {
  readonly order: string;
  readonly parcel: string;
}

export function tellersOf(connectors: readonly PlayedConnector[], merchantId: string): Tellers {
  const sourceOf = (platforms: readonly ConnectorPlatform[]) => {
    const found = connectors.find((one) => one.merchantId === merchantId && platforms.includes(one.platform));
    return found && `${found.platform}:${found.id}`;
  };
  const shop = sourceOf(["shopify", "woocommerce", "youcan"]);
  return { order: shop ?? "api", parcel: sourceOf(["courier"]) ?? shop ?? "api" };
}
