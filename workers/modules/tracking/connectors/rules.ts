import type { ConnectorPlatform, LabelMeaning, ShopPlatform, StatusMapping } from "../../../../schemas/connectors.ts";
import type { Payment } from "../../../../schemas/conversions.ts";
import { foldSearchText } from "../../../core/fold-search-text.ts";
import { COURIER_LABELS } from "./courier-labels.ts";

const SHOPIFY_LABELS: StatusMapping = {
  "orders/create": "placed",
  "orders/paid": "collected",
  "orders/cancelled": "cancelled",
  "orders/fulfilled": "confirmed",
  delivered: "delivered",
};

const WOOCOMMERCE_LABELS: StatusMapping = {
  pending: "placed",
  "on-hold": "placed",
  processing: "placed",
  completed: "collected",
  cancelled: "cancelled",
  failed: "cancelled",
  // A refund is an amount, not a state.
  refunded: "none",
  "checkout-draft": "none",
  "auto-draft": "none",
  trash: "none",
};

// Confirmation, parcel and payment each have their words; stores rename them, and map theirs anew.
const YOUCAN_LABELS: StatusMapping = {
  open: "placed",
  pending: "none",
  confirmed: "confirmed",
  cancelled: "cancelled",
  canceled: "cancelled",
  "no answer": "none",
  "no response": "none",
  postponed: "none",
  unfulfilled: "placed",
  fulfilled: "shipped",
  "partially fulfilled": "none",
  shipped: "shipped",
  "in transit": "shipped",
  "out for delivery": "shipped",
  delivered: "delivered",
  refused: "refused",
  returned: "returned",
  lost: "lost",
  unpaid: "placed",
  paid: "collected",
  "partially paid": "none",
  refunded: "none",
  "partially refunded": "none",
  unknown: "none",
};

/** What each platform's own words mean; a merchant's entries stand above them. */
export const DEFAULT_MAPPINGS: Readonly<Record<ConnectorPlatform, StatusMapping>> = {
  shopify: SHOPIFY_LABELS,
  woocommerce: WOOCOMMERCE_LABELS,
  youcan: YOUCAN_LABELS,
  courier: COURIER_LABELS,
  postback: {},
};

// Attempts are numbered in many ways: « Pas de réponse (jour 2) », « Injoignable 2/3 », « 2ème appel ».
const LAST_ATTEMPT = /(?: (?:j|jour|day|يوم|tentative|appel)? ?\d+)+$/u;
const ORDINAL = /^\d+(?:er|ere|e|eme|nd|nde)? (?=appel|tentative)/u;

/** A label as it is looked up: without case, accents, punctuation and the number of an attempt. */
export function labelKey(label: string): string {
  // A word of signs alone stays what it is.
  const words = foldSearchText(label) || label.trim().toLowerCase();
  return words.replace(LAST_ATTEMPT, "").replace(ORDINAL, "") || words;
}

const folded = new WeakMap<StatusMapping, ReadonlyMap<string, LabelMeaning>>();

function foldedTable(mapping: StatusMapping): ReadonlyMap<string, LabelMeaning> {
  const known = folded.get(mapping);
  if (known) return known;
  const table = new Map(Object.entries(mapping).map(([label, meaning]) => [labelKey(label), meaning]));
  folded.set(mapping, table);
  return table;
}

/**
 * What a label of a shop or courier means: by the merchant's own entries, then by the platform's table; undefined when neither
 * knows it. `none` is only noted.
 */
export function meaningOfLabel(
  { platform, statusMapping }: { readonly platform: ConnectorPlatform; readonly statusMapping: StatusMapping },
  label: string,
): LabelMeaning | undefined {
  const key = labelKey(label);
  return foldedTable(statusMapping).get(key) ?? foldedTable(DEFAULT_MAPPINGS[platform]).get(key);
}

/** As `meaningOfLabel`; that an order of WooCommerce is completed means the cash for one, the parcel for one paid before. */
export function meaningForPayment(
  connector: { readonly platform: ConnectorPlatform; readonly statusMapping: StatusMapping },
  label: string,
  payment: Payment | null,
): LabelMeaning | undefined {
  const isOwn = foldedTable(connector.statusMapping).has(labelKey(label));
  if (connector.platform === "woocommerce" && !isOwn && label === "completed" && payment === "prepaid")
    return "delivered";
  return meaningOfLabel(connector, label);
}

const SHOPS: ReadonlySet<ConnectorPlatform> = new Set<ShopPlatform>(["shopify", "woocommerce", "youcan"]);

/** Whether the platform brings orders of its own, whose ids must not meet those of another shop. */
export function isShop(platform: ConnectorPlatform): boolean {
  return SHOPS.has(platform);
}

/**
 * Whether an order of one shop could be taken for one of another: the same prefix, or one that begins with the other.
 * A shop without one writes ids that are digits or UUIDs, which no prefix makes: it has a letter or a sign.
 */
export function prefixesMeet(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return one.startsWith(other) || other.startsWith(one);
}
