/** What the redirect knows of a link: the value of KV `link:<slug>`, and a row of the view `link_entries`. */
export interface LinkEntry {
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly version: number;
  readonly target: string;
  /** Why the offer has ended for good or for now; null while it runs. Dates are looked at when somebody clicks. */
  readonly stopped: "paused" | "capped" | "product" | null;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly rules: { readonly ios?: string; readonly android?: string; readonly desktop?: string };
  /** The link's own query parameters (utm_*, sub1..sub5); they win over the visitor's. */
  readonly params: Readonly<Record<string, string>>;
  readonly locale: "fr" | "en" | "ar";
  readonly merchant: string;
  readonly title: string;
  readonly description: string;
  readonly image: LinkImage | null;
  /** Absent in what was published before entries had it. */
  readonly product?: LinkedProduct;
}

export interface LinkedProduct {
  readonly id: string;
  /** Minor units of the currency. */
  readonly priceMinor: number;
  readonly currency: string;
}

/** The product's first picture: `/images/<key>` of the platform's host, pixels. */
export interface LinkImage {
  readonly key: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

export interface LinkEntryRow {
  id: string;
  slug: string;
  number: number;
  target_url: string;
  state: string;
  rules: string;
  utm: string;
  sub: string;
  starts_at: number | null;
  ends_at: number | null;
  version: number;
  product_state: string;
  request_state: string;
  influencer_state: string;
  merchant_state: string;
  locale: "fr" | "en" | "ar";
  merchant_name: string;
  product_id: string;
  price_minor: number;
  currency: string;
  title_fr: string;
  title_en: string | null;
  title_ar: string | null;
  description_fr: string;
  description_en: string | null;
  description_ar: string | null;
  image_key: string | null;
  image_type: string | null;
  image_width: number | null;
  image_height: number | null;
}

export const LINK_ENTRY_QUERY = "SELECT * FROM link_entries WHERE slug = ?1";

/** KV key of a slug. */
export function linkKey(slug: string): string {
  return `link:${slug}`;
}

/** The entry of a row of `link_entries`, texts in the influencer's language (French where there is none). */
export function linkEntryOf(row: LinkEntryRow): LinkEntry {
  const titles = { fr: row.title_fr, en: row.title_en, ar: row.title_ar };
  const descriptions = { fr: row.description_fr, en: row.description_en, ar: row.description_ar };
  return {
    id: row.id,
    slug: row.slug,
    number: row.number,
    version: row.version,
    target: row.target_url,
    stopped: stoppedBy(row),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    rules: JSON.parse(row.rules),
    params: { ...JSON.parse(row.utm), ...JSON.parse(row.sub) },
    locale: row.locale,
    merchant: row.merchant_name,
    title: titles[row.locale] ?? row.title_fr,
    description: descriptions[row.locale] ?? row.description_fr,
    image: imageOf(row),
    product: { id: row.product_id, priceMinor: row.price_minor, currency: row.currency },
  };
}

function imageOf({ image_key: key, image_type: type, image_width: width, image_height: height }: LinkEntryRow) {
  return key === null || type === null || width === null || height === null ? null : { key, type, width, height };
}

function stoppedBy(row: LinkEntryRow): LinkEntry["stopped"] {
  if (row.product_state !== "active" || row.merchant_state !== "active") return "product";
  if (row.request_state !== "approved") return "product";
  if (row.state === "paused" || row.influencer_state !== "active") return "paused";
  return row.state === "capped" ? "capped" : null;
}
