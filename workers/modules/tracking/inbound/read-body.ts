import type { ReadDelivery } from "../../../../schemas/shop-deliveries.ts";
import { readCourierDelivery } from "../../../vendors/courier/read-delivery.ts";
import type { ReceivedPlatform } from "../../../vendors/delivery-schemes.ts";
import { parseBody, readShopBody } from "../../../vendors/read-shop-body.ts";
import { clipMeaning } from "./clip-meaning.ts";
import { type InboundMeaning, inboundMeaning } from "./sealed-meaning.ts";

/** What the log may say of a delivery, and what it means; neither meaning nor fault when it is not about an order's life. */
export interface ReadBody {
  readonly topic: string | null;
  readonly deliveryId?: string;
  readonly orderId: string | null;
  readonly label: string | null;
  readonly meaning?: InboundMeaning;
  readonly fault?: "content_type" | "body";
}

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/** Reads the bytes of a delivery whose signature is right; whatever they are, the answer says it. */
export function readBody(
  platform: ReceivedPlatform,
  topic: string | null,
  contentType: string | null,
  bytes: Uint8Array,
): ReadBody {
  if (!JSON_TYPE.test(contentType ?? "")) return { ...NOTHING, topic, fault: "content_type" };
  try {
    return platform === "courier" ? ofCourier(bytes) : ofShop(platform, topic, bytes);
  } catch {
    return { ...NOTHING, topic, fault: "body" };
  }
}

const NOTHING = { orderId: null, label: null };

function ofCourier(bytes: Uint8Array): ReadBody {
  const status = readCourierDelivery(parseBody(bytes));
  return {
    topic: null,
    deliveryId: status.eventId,
    orderId: status.orderId ?? null,
    label: status.label,
    meaning: { kind: "courier", status },
  };
}

function ofShop(platform: Exclude<ReceivedPlatform, "courier">, topic: string | null, bytes: Uint8Array): ReadBody {
  return bodyOf(readShopBody(platform, topic, bytes));
}

/** As `readBody` tells a shop's delivery that has been read. Throws when it cannot be an order's. */
export function bodyOf(read: ReadDelivery): ReadBody {
  const { meaning, facts } = clipMeaning(read);
  const said = { topic: meaning.topic, orderId: meaning.storeOrderId, label: meaning.rawStatus ?? null };
  if (meaning.storeOrderId === null) return said;
  return { ...said, meaning: inboundMeaning.parse({ kind: "shop", meaning, facts }) };
}
