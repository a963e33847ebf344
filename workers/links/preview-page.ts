import { escapeHtml } from "../core/escape-html.ts";
import type { LinkEntry } from "../core/link-entry.ts";
import { pageResponse } from "./page.ts";
import { pageTexts } from "./text/texts.ts";

const OG_LOCALES = { fr: "fr_MA", en: "en_GB", ar: "ar_MA" } as const;
const DESCRIPTION_MAX = 200;

/** What a chat or a network draws its card from: title, text and picture of the product, in the link's language. */
export function previewPage(entry: LinkEntry, url: string, appUrl: string, method: string): Response {
  const description = entry.description.slice(0, DESCRIPTION_MAX).toWellFormed() || entry.merchant;
  const { product } = entry;
  const image = entry.image === null ? null : `${appUrl}/images/${entry.image.key}`;
  const properties: readonly (readonly [name: string, value: string | null])[] = [
    ["og:type", "product"],
    ["og:site_name", entry.merchant],
    ["og:title", entry.title],
    ["og:description", description],
    ["og:url", url],
    ["og:locale", OG_LOCALES[entry.locale]],
    ["og:image", image],
    ["og:image:type", entry.image?.type ?? null],
    ["og:image:width", entry.image?.width.toString() ?? null],
    ["og:image:height", entry.image?.height.toString() ?? null],
    ["og:image:alt", image === null ? null : entry.title],
    ["product:price:amount", product === undefined ? null : (product.priceMinor / 100).toFixed(2)],
    ["product:price:currency", product?.currency ?? null],
    ["product:brand", entry.merchant],
  ];
  const cards: readonly (readonly [name: string, value: string | null])[] = [
    ["description", description],
    ["twitter:card", image === null ? "summary" : "summary_large_image"],
    ["twitter:title", entry.title],
    ["twitter:description", description],
    ["twitter:image", image],
  ];
  const head = `<link rel="canonical" href="${escapeHtml(url)}">${metaOf("name", cards)}${metaOf("property", properties)}`;
  const { goToOffer } = pageTexts[entry.locale];
  return pageResponse(
    { status: 200, locale: entry.locale, title: entry.title, detail: description, href: url, action: goToOffer, head },
    method,
    appUrl,
  );
}

function metaOf(attribute: string, tags: readonly (readonly [name: string, value: string | null])[]): string {
  return tags
    .map(([name, value]) => (value === null ? "" : `<meta ${attribute}="${name}" content="${escapeHtml(value)}">`))
    .join("");
}
