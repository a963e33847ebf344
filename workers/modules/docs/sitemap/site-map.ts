import { escapeHtml } from "../../../core/escape-html.ts";
import type { SitePage } from "./queries.ts";

const SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap of the pages (sitemaps.org); the pages themselves name their languages. */
export function siteMap(appUrl: string, pages: readonly SitePage[]): string {
  const urls = pages.map(({ path, changedAt }) => {
    const changed = changedAt === null ? "" : `<lastmod>${new Date(changedAt).toISOString().slice(0, 10)}</lastmod>`;
    return `<url><loc>${escapeHtml(appUrl + path)}</loc>${changed}</url>`;
  });
  return document("urlset", urls);
}

/** The sitemap of sitemaps. */
export const siteMapIndex = (appUrl: string, names: readonly string[]) =>
  document(
    "sitemapindex",
    names.map((name) => `<sitemap><loc>${escapeHtml(`${appUrl}/sitemaps/${name}`)}</loc></sitemap>`),
  );

/** What robots may read: everything but the API, and where the map is. */
export const robotsText = (appUrl: string) =>
  `User-agent: *\nAllow: /\nDisallow: /api/\nDisallow: /r/\n\nSitemap: ${appUrl}/sitemap.xml\n`;

const document = (name: string, parts: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${SCHEMA}">\n${parts.join("\n")}\n</${name}>\n`;
