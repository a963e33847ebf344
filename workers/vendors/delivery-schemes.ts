import type { ConnectorPlatform } from "../../schemas/connectors.ts";
import { equalInConstantTime, toHex } from "../core/digest.ts";
import { macKey } from "../core/mac.ts";

export type ReceivedPlatform = Exclude<ConnectorPlatform, "postback">;

/** How a platform signs its deliveries, and where it says which delivery of what topic it is. */
interface Scheme {
  readonly signature: string;
  readonly encoding: "base64" | "hex";
  readonly deliveryId?: string;
  readonly topic?: string;
}

const SCHEMES: Readonly<Record<ReceivedPlatform, Scheme>> = {
  shopify: {
    signature: "X-Shopify-Hmac-SHA256",
    encoding: "base64",
    deliveryId: "X-Shopify-Webhook-Id",
    topic: "X-Shopify-Topic",
  },
  woocommerce: {
    signature: "X-WC-Webhook-Signature",
    encoding: "base64",
    deliveryId: "X-WC-Webhook-Delivery-ID",
    topic: "X-WC-Webhook-Topic",
  },
  youcan: { signature: "X-YOUCAN-SIGNATURE", encoding: "hex", deliveryId: "X-YOUCAN-DELIVERY-ID" },
  courier: { signature: "X-Sys-Signature", encoding: "hex" },
};

const encoder = new TextEncoder();

/** HMAC-SHA-256 of the bytes as the platform writes it into its header. */
export function signatureOf(platform: ReceivedPlatform, secret: string, bytes: Uint8Array): string {
  const tag = macKey(encoder.encode(secret)).tag(bytes);
  return SCHEMES[platform].encoding === "hex" ? toHex(tag.buffer) : btoa(String.fromCharCode(...tag));
}

/** Whether the headers carry the platform's signature of exactly these bytes; compared in constant time. */
export function isSignedBy(platform: ReceivedPlatform, secret: string, headers: Headers, bytes: Uint8Array): boolean {
  const { signature, encoding } = SCHEMES[platform];
  const sent = headers.get(signature)?.trim() ?? "";
  const plain = encoding === "hex" ? sent.toLowerCase() : sent;
  return equalInConstantTime(encoder.encode(plain), encoder.encode(signatureOf(platform, secret, bytes)));
}

/** Header of the signature, as the documentation names it. */
export const signatureHeaderOf = (platform: ReceivedPlatform): string => SCHEMES[platform].signature;

/** The platform's own id of the delivery, null when it gives none that is one. */
export function deliveryIdOf(platform: ReceivedPlatform, headers: Headers): string | null {
  const { deliveryId } = SCHEMES[platform];
  const sent = deliveryId === undefined ? null : headers.get(deliveryId);
  return sent !== null && /^[\x21-\x7e]{1,128}$/.test(sent) ? sent : null;
}

/** The topic as the headers tell it; null where the body does. */
export function topicOf(platform: ReceivedPlatform, headers: Headers): string | null {
  const { topic } = SCHEMES[platform];
  return topic === undefined ? null : (headers.get(topic)?.trim().slice(0, 80) ?? null);
}
