import type { Context as HonoContext } from "hono";
import * as z from "zod";
import { courierStatus, DELIVERY_OUTCOMES } from "../../../../schemas/connectors.ts";
import { type AppTypes, newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { openToSenders } from "../../../http/open-to-senders.ts";
import { bytesWithin, shownBody, signedBytes } from "../../../http/signed-bytes.ts";
import { type ReceivedPlatform, signatureHeaderOf } from "../../../vendors/delivery-schemes.ts";
import { courierStatusExample } from "../connectors/examples.ts";
import { isConnector } from "./queries.ts";
import { receiveDelivery } from "./receive-delivery.ts";

const BODY_MAX_BYTES = 1024 * 1024;

const received = z
  .object({ id: z.string().nullable(), outcome: z.enum(DELIVERY_OUTCOMES) })
  .meta({ id: "ReceivedDelivery" });

const NAMES: Readonly<Record<Exclude<ReceivedPlatform, "courier">, string>> = {
  shopify: "Shopify",
  woocommerce: "WooCommerce",
  youcan: "YouCan",
};

const problems = ["connector.not_found", "connector.paused", "row.changed"] as const;
const example = { id: "inb_01kaqhf7x2f3v8zc0m5n6p7q8r", outcome: "waiting" } as const;
const HOW =
  "The signature over the very bytes of the body is checked before anything is read; at most 1 MB. The answer comes at once, the order is recorded right after it. The same delivery again only counts.";

function describedShop(platform: keyof typeof NAMES) {
  return documented({
    operation: `receive${NAMES[platform]}Delivery`,
    tag: "Webhooks",
    summary: `Take in a delivery of ${NAMES[platform]}`,
    description: `${HOW} Signed in \`${signatureHeaderOf(platform)}\`.`,
    answers: { 200: answer(received, example) },
    problems,
  });
}

const describedCourier = documented({
  operation: "receiveCourierStatus",
  tag: "Webhooks",
  summary: "Take in a parcel's status from a courier",
  description: `${HOW} Signed in \`${signatureHeaderOf("courier")}\`: hex HMAC-SHA-256 of the body. The order is found by its id or by the parcel's number.`,
  example: courierStatusExample,
  answers: { 200: answer(received, example) },
  problems,
});

const shownStatus = shownBody(courierStatus);
const guard = openToSenders("connectorId", isConnector);

async function takeIn(c: HonoContext<AppTypes>, platform: ReceivedPlatform) {
  const sent = await bytesWithin(c.req.raw, BODY_MAX_BYTES);
  const delivery = { ...sent, headers: c.req.raw.headers };
  return c.json(await receiveDelivery(c.get("ctx"), platform, c.req.param("connectorId") ?? "", delivery));
}

/** What shops and couriers send: open to all, proven by a signature. */
export const inboundRoutes = newApp()
  .post("/shopify/:connectorId", describedShop("shopify"), guard, signedBytes, (c) => takeIn(c, "shopify"))
  .post("/woocommerce/:connectorId", describedShop("woocommerce"), guard, signedBytes, (c) => takeIn(c, "woocommerce"))
  .post("/youcan/:connectorId", describedShop("youcan"), guard, signedBytes, (c) => takeIn(c, "youcan"))
  .post("/courier/:connectorId", describedCourier, guard, signedBytes, shownStatus, (c) => takeIn(c, "courier"));
