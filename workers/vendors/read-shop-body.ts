import type { ShopPlatform } from "../../schemas/connectors.ts";
import type { ReadDelivery } from "../../schemas/shop-deliveries.ts";
import { parseExactJson } from "../core/exact-json.ts";
import { readShopifyDelivery } from "./shopify/read-delivery.ts";
import { readWooCommerceDelivery } from "./woocommerce/read-delivery.ts";
import { readYouCanDelivery } from "./youcan/read-delivery.ts";

/** What the bytes of a shop's delivery say. Throws when they are not what the platform sends under the topic. */
export function readShopBody(platform: ShopPlatform, topic: string | null, bytes: Uint8Array): ReadDelivery {
  const body = parseBody(bytes);
  switch (platform) {
    case "shopify":
      return readShopifyDelivery(topic ?? "", body);
    case "woocommerce":
      return readWooCommerceDelivery(topic ?? "", body);
    case "youcan":
      return readYouCanDelivery(body);
  }
}

/** The JSON of UTF-8 bytes, numbers as texts. Throws when it is none. */
export function parseBody(bytes: Uint8Array): unknown {
  return parseExactJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
}
