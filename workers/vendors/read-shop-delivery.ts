import type { ShopPlatform } from "../../schemas/connectors.ts";
import type { ReadDelivery, ShopDelivery } from "../../schemas/shop-deliveries.ts";
import { sha256HexOf } from "../core/digest.ts";
import { parseExactJson } from "../core/exact-json.ts";
import { deliveryIdOf, isSignedBy, topicOf } from "./delivery-schemes.ts";
import { readShopifyDelivery } from "./shopify/read-delivery.ts";
import { readWooCommerceDelivery } from "./woocommerce/read-delivery.ts";
import { readYouCanDelivery } from "./youcan/read-delivery.ts";

interface Envelope {
  readonly platform: ShopPlatform;
  readonly deliveryId: string | null;
  readonly bodySha256: string;
}
type CheckedDelivery =
  | (Envelope & { readonly signatureValid: false; readonly accept: false })
  | (Envelope & { readonly signatureValid: true } & ShopDelivery);

/**
 * A shop's delivery, checked and then read: its canonical meaning, or that its signature is wrong and nothing of it may be
 * believed. Throws when it is signed but is not what the platform sends.
 */
export async function readShopDelivery(
  platform: ShopPlatform,
  secret: string,
  headers: Headers,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<CheckedDelivery> {
  const envelope = { platform, deliveryId: deliveryIdOf(platform, headers), bodySha256: await sha256HexOf(bytes) };
  if (!isSignedBy(platform, secret, headers, bytes)) return { ...envelope, signatureValid: false, accept: false };
  const { meaning } = readShopBody(platform, topicOf(platform, headers), bytes);
  return { ...envelope, signatureValid: true, ...meaning };
}

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
