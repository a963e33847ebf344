import { ORDER_STATUSES, type RecordOrderEvent } from "../../../../schemas/conversions.ts";
import type { Postback } from "../../../../schemas/touches.ts";
import { meaningOfLabel } from "../connectors/rules.ts";
import type { ConnectorRow } from "../connectors/tables.ts";

const CLOCK_SKEW_MS = 5 * 60_000;

export interface SignedQuery {
  /** What the signature covers: the pairs as they were sent, without `sig`, sorted and joined by `&`. */
  readonly signed: string;
  readonly signature: string;
  /** Decoded; empty values left out. */
  readonly values: Readonly<Record<string, string>>;
  /** Names that are there twice. */
  readonly repeated: readonly string[];
}

/** The query of a postback, character by character as it stands in the URL. */
export function readSignedQuery(search: string): SignedQuery {
  const pairs = search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "");
  const isSignature = (pair: string) => /^sig(?:=|$)/.test(pair);
  const names = [...new URLSearchParams(search).keys()];
  const entries = [...new URLSearchParams(search)].filter(([name, value]) => name !== "sig" && value !== "");
  return {
    signed: pairs
      .filter((pair) => !isSignature(pair))
      .sort()
      .join("&"),
    signature: pairs.filter(isSignature).join().slice("sig=".length),
    values: Object.fromEntries(entries),
    repeated: names.filter((name, index) => names.indexOf(name) !== index),
  };
}

/**
 * The texts that the signature may cover: the query as it is here, and with the apostrophes that most programs leave as they
 * are (`encodeURIComponent` does) and every parser of addresses writes as %27.
 */
export function signedFormsOf(search: string): readonly string[] {
  return [search, search.replaceAll("%27", "'")].map((form) => readSignedQuery(form).signed);
}

/** Whether the call is older than five minutes, or ahead of us by as much. */
export function isExpired(ts: string | undefined, nowMs: number): boolean {
  return ts !== undefined && Math.abs(Number(ts) * 1000 - nowMs) > CLOCK_SKEW_MS;
}

export interface PostbackReport {
  readonly orderId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly payment: string;
  readonly clickToken: string | null;
  readonly couponCode: string | null;
}

/** The order that a postback reports, when it carries amount, currency and payment; names of those that are missing. */
export function reportOf({ order_id: orderId, ...said }: Postback): PostbackReport | readonly string[] | undefined {
  const { amount_minor: amountMinor, currency, payment } = said;
  if (amountMinor !== undefined && currency !== undefined && payment !== undefined)
    return {
      orderId,
      amountMinor,
      currency,
      payment,
      clickToken: said.click ?? null,
      couponCode: said.coupon ?? null,
    };
  const parts = { amount_minor: amountMinor, currency, payment };
  const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
  return missing.length === 3 ? undefined : missing;
}

const isStatus = (text: string): text is NonNullable<RecordOrderEvent["status"]> =>
  text === "refunded" || ORDER_STATUSES.some((status) => status === text);

export interface ReadStatus {
  readonly event: RecordOrderEvent;
  /** `unknown`: neither a status nor a label of the merchant's table, so that it is only remarked. */
  readonly kind: "status" | "note" | "unknown";
}

/** What the status of a postback records: by the merchant's own table, else as one of our words. */
export function eventOf(
  connector: Pick<ConnectorRow, "platform" | "statusMapping">,
  { status, event_id: eventId }: Postback,
): ReadStatus | undefined {
  if (status === undefined) return undefined;
  const id = eventId ?? `status:${status}`;
  const means = meaningOfLabel(connector, status) ?? (isStatus(status) ? status : undefined);
  if (means === undefined) return { event: { eventId: id, note: status }, kind: "unknown" };
  if (means === "none") return { event: { eventId: id, note: status }, kind: "note" };
  return { event: { eventId: id, status: means }, kind: "status" };
}
