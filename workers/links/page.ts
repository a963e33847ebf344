import { escapeHtml } from "../core/escape-html.ts";
import { type PageLocale, pageTexts } from "./text/texts.ts";

// Look.md's colours: paper and ink, Majorelle blue; the zellige star is drawn with two squares.
export const PAGE_STYLE = `:root{color-scheme:light dark;--paper:#faf7f2;--ink:#1f1d2b;--soft:#5d596b;--line:#e4ddd2;--blue:#3b3fc4;--on:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#16151d;--ink:#f3f0ea;--soft:#b3aebd;--line:#34313f;--blue:#9aa2ff;--on:#16151d}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans Arabic",sans-serif}
:lang(ar) body{line-height:1.9}main{max-width:26rem;width:100%;text-align:center}svg{display:block;margin:0 auto 24px;color:var(--blue)}
h1{font-size:28px;line-height:1.25;margin:0 0 12px;text-wrap:balance}p{margin:0 0 28px;color:var(--soft);text-wrap:pretty}
a{display:inline-block;padding:12px 24px;border-radius:10px;background:var(--blue);color:var(--on);text-decoration:none;font-weight:600}
a:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
section{margin-top:48px;text-align:start}h2{font-size:18px;line-height:1.4;margin:0 0 16px;text-align:center}
.has-offers{max-width:60rem}.has-offers>p{max-width:26rem;margin-inline:auto}ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;justify-content:center;gap:16px}li{flex:0 1 calc(50% - 8px);max-width:13.5rem;min-width:0}
li a{display:block;height:100%;padding:0;overflow:hidden;border:1px solid var(--line);border-radius:14px;background:none;color:var(--ink);font-weight:500;line-height:1.4}
li img,li i{display:block;width:100%;height:auto;aspect-ratio:1;object-fit:cover;background:var(--line)}li span,li bdi{display:block;margin:10px 12px 0;overflow-wrap:anywhere}li bdi{margin:4px 12px 12px;color:var(--soft);font-size:14px}
@media(min-width:48rem){li{flex-basis:calc(25% - 12px)}}
footer{margin-top:40px;padding-top:16px;border-top:1px solid var(--line);color:var(--soft);font-size:14px}`;

/** SHA-256 of PAGE_STYLE for the policy; a test computes it anew. */
export const PAGE_STYLE_HASH = "sha256-2GAzTbxQcyJ62NwVB5s9YDlX6sT3IWf8HgR9cZYRUkw=";

const STAR = `<svg width="56" height="56" viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><rect x="10" y="10" width="28" height="28"/><rect x="10" y="10" width="28" height="28" transform="rotate(45 24 24)"/><circle cx="24" cy="24" r="5"/></svg>`;

const headersOf = (appUrl: string) => ({
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "private, no-store",
  "Content-Security-Policy": `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; img-src ${appUrl}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
});

interface Page {
  readonly status: number;
  readonly locale: PageLocale;
  readonly title: string;
  readonly detail: string;
  readonly href: string;
  readonly action: string;
  /** More of the head, already safe. */
  readonly head?: string;
  /** More of the page, already safe. */
  readonly more?: string;
}

/** One calm page: what happened, and a way on. Everything but `head` and `more` is escaped here. */
export function pageResponse(page: Page, method: string, appUrl: string): Response {
  const html = `<!doctype html><html lang="${page.locale}" dir="${page.locale === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(page.title)}</title>${page.head ?? '<meta name="robots" content="noindex">'}
<style>${PAGE_STYLE}</style></head><body><main${page.more ? ' class="has-offers"' : ""}>${STAR}<h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.detail)}</p>
<a href="${escapeHtml(page.href)}">${escapeHtml(page.action)}</a>${page.more ?? ""}<footer>ShareYourSales</footer></main></body></html>`;
  return new Response(method === "HEAD" ? null : html, {
    status: page.status,
    headers: { ...headersOf(appUrl), "Content-Language": page.locale },
  });
}

type Notice = "ended" | "soon" | "unknown" | "scanned" | "failed";
const STATUS: Readonly<Record<Notice, number>> = { ended: 410, soon: 404, unknown: 404, scanned: 429, failed: 503 };

const SCANNED_RETRY_SECONDS = 60;

/** The page for a link that leads nowhere now: never a dead end, in the visitor's language. */
export function noticePage(
  notice: Notice,
  locale: PageLocale,
  appUrl: string,
  method: string,
  more?: string,
): Response {
  const texts = pageTexts[locale];
  const page = {
    title: texts[`${notice}Title`],
    detail: texts[`${notice}Detail`],
    href: `${appUrl}/?lang=${locale}`,
    action: texts.goOn,
    ...(more ? { more } : {}),
  };
  const response = pageResponse({ status: STATUS[notice], locale, ...page }, method, appUrl);
  if (notice === "scanned") response.headers.set("Retry-After", String(SCANNED_RETRY_SECONDS));
  return response;
}
