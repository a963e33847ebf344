import { escapeHtml } from "../core/escape-html.ts";
import type { LinksEnv } from "./env.ts";
import { type PageLocale, pageTexts } from "./text/texts.ts";

const OFFERS_MAX = 4;
const REMEMBERED_MS = 30_000;
const FAILURE_REMEMBERED_MS = 5_000;
const REMEMBERED_MAX = 1_000;

export interface Offer {
  readonly id: string;
  readonly titleFr: string;
  readonly titleEn: string | null;
  readonly titleAr: string | null;
  readonly priceMinor: number;
  readonly currency: string;
  readonly imageKey: string | null;
}

// The newest of the product's category, then of its merchant: rows of the marketplace's own indexes, twice what is shown
// because some may be out of stock.
const SIMILAR = `WITH ended AS (SELECT id, category_id, merchant_id FROM products WHERE id = ?1),
near AS (
  SELECT * FROM (SELECT l.product_id, l.number, 0 AS distance FROM product_listings l
    WHERE l.category_id = (SELECT category_id FROM ended) AND l.listed = 1 AND l.product_id <> ?1
    ORDER BY l.number DESC LIMIT ${2 * OFFERS_MAX})
  UNION ALL
  SELECT * FROM (SELECT l.product_id, l.number, 1 FROM product_listings l
    WHERE l.merchant_id = (SELECT merchant_id FROM ended) AND l.listed = 1 AND l.product_id <> ?1
    ORDER BY l.number DESC LIMIT ${2 * OFFERS_MAX})
)
SELECT p.id, p.title_fr AS titleFr, p.title_en AS titleEn, p.title_ar AS titleAr, p.price_minor AS priceMinor, p.currency,
  (SELECT i.file_key FROM product_images i WHERE i.product_id = p.id ORDER BY i.position, i.id LIMIT 1) AS imageKey
FROM near n JOIN products p ON p.id = n.product_id
WHERE p.in_stock = 1 GROUP BY p.id ORDER BY min(n.distance), n.number DESC LIMIT ${OFFERS_MAX}`;

const remembered = new Map<string, { readonly offers: readonly Offer[]; readonly until: number }>();

/**
 * What else there is of the kind of a product that is no longer offered. One query, remembered for some seconds: a link in
 * a story that has ended is clicked by thousands. A database that fails is told, and the page does without.
 */
export async function listSimilarOffers(
  env: LinksEnv,
  productId: string,
  nowMs: number,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<readonly Offer[]> {
  const known = remembered.get(productId);
  if (known && known.until > nowMs) return known.offers;
  try {
    const { results } = await env.CORE_DB.prepare(SIMILAR).bind(productId).all<Offer>();
    return remember(productId, results, nowMs + REMEMBERED_MS);
  } catch (failure) {
    waitUntil(Promise.reject(failure));
    return remember(productId, known?.offers ?? [], nowMs + FAILURE_REMEMBERED_MS);
  }
}

function remember(productId: string, offers: readonly Offer[], until: number): readonly Offer[] {
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(productId, { offers, until });
  return offers;
}

/** The offers as part of a page, everything escaped; nothing when there are none. */
export function offersOf(offers: readonly Offer[], locale: PageLocale, appUrl: string): string {
  if (offers.length === 0) return "";
  const items = offers.map((offer) => {
    const title = { fr: offer.titleFr, en: offer.titleEn, ar: offer.titleAr }[locale] ?? offer.titleFr;
    const image = offer.imageKey === null ? "<i></i>" : picture(`${appUrl}/images/${offer.imageKey}`);
    const href = escapeHtml(`${appUrl}/products/${offer.id}?lang=${locale}`);
    return `<li><a href="${href}">${image}<span dir="auto">${escapeHtml(title)}</span><bdi>${escapeHtml(priceOf(offer, locale))}</bdi></a></li>`;
  });
  return `<section><h2>${escapeHtml(pageTexts[locale].similarTitle)}</h2><ul>${items.join("")}</ul></section>`;
}

// The title beside it says what it shows.
const picture = (url: string) => `<img src="${escapeHtml(url)}" alt="" width="216" height="216" loading="lazy">`;

const MARKS = {
  fr: { group: "\u202f", decimal: ",", unit: "DH" },
  en: { group: ",", decimal: ".", unit: "MAD" },
  ar: { group: ".", decimal: ",", unit: "د.م." },
} as const;

function priceOf({ priceMinor, currency }: Offer, locale: PageLocale): string {
  const { group, decimal, unit } = MARKS[locale];
  const [whole = "", centimes = ""] = (priceMinor / 100).toFixed(2).split(".");
  const amount = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const name = currency === "MAD" ? unit : currency;
  return `${amount}${centimes === "00" ? "" : `${decimal}${centimes}`}\u00a0${name}`;
}
