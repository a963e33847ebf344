import * as z from "zod";
import { SHOP_PLATFORMS, type ShopPlatform } from "../../schemas/connectors.ts";
import { sha256HexOf } from "../../workers/core/digest.ts";
import { deliveryIdOf, isSignedBy, topicOf } from "../../workers/vendors/delivery-schemes.ts";
import { readShopBody } from "../../workers/vendors/read-shop-body.ts";

const bodies = import.meta.glob<string>("../data/store-webhooks/*/request.json", {
  query: "?raw",
  import: "default",
  eager: true,
});
const headers = import.meta.glob<string>("../data/store-webhooks/*/request.headers.json", {
  query: "?raw",
  import: "default",
  eager: true,
});
const expectations = import.meta.glob<string>("../data/store-webhooks/*/expected.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

const expectation = z.looseObject({
  platform: z.enum(SHOP_PLATFORMS),
  signatureValid: z.boolean(),
  deliveryId: z.string().nullable(),
  storeOrderId: z.string().optional(),
  event: z.string().nullable().optional(),
  duplicateOf: z.string().optional(),
});

/** What every delivery on file is signed with. */
export const FILE_SECRET = "test-secret-dev";

/** Deliveries as shops sent them: headers, exact bytes, and what they mean. */
export const deliveriesOnFile = Object.entries(bodies).map(([path, body]) => {
  const folder = path.split("/").at(-2) ?? "";
  const beside = (files: Record<string, string>, name: string) => files[path.replace("request.json", name)] ?? "";
  return {
    folder,
    body,
    bytes: new Uint8Array(new TextEncoder().encode(body)),
    headers: z.record(z.string(), z.string()).parse(JSON.parse(beside(headers, "request.headers.json"))),
    expected: expectation.parse(JSON.parse(beside(expectations, "expected.json"))),
  };
});

/** What an `expected.json` says of a delivery, read with the very parts that receive one. */
export async function meaningOf(
  platform: ShopPlatform,
  secret: string,
  headers: Headers,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Record<string, unknown>> {
  const envelope = { platform, deliveryId: deliveryIdOf(platform, headers), bodySha256: await sha256HexOf(bytes) };
  if (!isSignedBy(platform, secret, headers, bytes)) return { ...envelope, signatureValid: false, accept: false };
  return { ...envelope, signatureValid: true, ...readShopBody(platform, topicOf(platform, headers), bytes).meaning };
}
