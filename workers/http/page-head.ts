import type { Context as HonoContext } from "hono";
import { LOCALES, type Locale } from "../../schemas/users.ts";
import { Unavailable } from "../core/errors.ts";
import { escapeHtml } from "../core/escape-html.ts";
import type { AppTypes } from "./app.ts";
import { localeOf } from "./locale.ts";
import { securityHeaders } from "./security-headers.ts";

/** What search engines and link previews read of a page before any script runs. Plain text: everything is escaped here. */
export interface PageHead {
  readonly status: 200 | 404;
  readonly title: string;
  readonly description: string;
  /** The page's address on our host, without language: `/products/prd_…`. */
  readonly path: string;
  readonly type?: "website" | "product" | "profile";
  readonly image?: {
    readonly url: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  } | null;
  /** Schema.org objects: data, never run as a script. */
  readonly data?: readonly Readonly<Record<string, unknown>>[];
  /** What the page would ask the API for first: read by it from the element `page-data`. */
  readonly pageData?: unknown;
}

type Tag = readonly [name: string, content: string | null];

const OG_LOCALES: Readonly<Record<Locale, string>> = { fr: "fr_MA", en: "en_GB", ar: "ar_MA" };
const DESCRIPTION_MAX = 200;
const INDEX = "https://assets.local/";

/** The language of a page: what its address asks, else what the browser likes best; French when neither is ours. */
export function pageLocale(c: HonoContext<AppTypes>): Locale {
  return askedLocale(c) ?? localeOf(c.req.header("Accept-Language"));
}

/**
 * The web app's page with the head inserted, under the headers of static pages. A page that is not there is 404, kept out of
 * search engines, and still the app, which says so. @throws Unavailable `server.unavailable` without the app's files
 */
export async function pageWithHead(c: HonoContext<AppTypes>, head: PageHead): Promise<Response> {
  const app = await c.env.ASSETS.fetch(new Request(INDEX));
  if (!app.ok) throw new Unavailable("server.unavailable");
  const locale = pageLocale(c);
  const description = shortened(head.description);
  const page = new HTMLRewriter()
    .on("html", {
      element(html) {
        html.setAttribute("lang", locale).setAttribute("dir", locale === "ar" ? "rtl" : "ltr");
      },
    })
    .on("head > title", { element: (title) => void title.setInnerContent(head.title) })
    .on('head > meta[name="description"]', { element: (meta) => void meta.remove() })
    .on("head", {
      element: (element) =>
        void element.append(tagsOf(c, { ...head, description }, locale) + dataOf(head), { html: true }),
    })
    .transform(new Response(app.body, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
  const headers = new Headers(securityHeaders().map(([name, value]): [string, string] => [name, value]));
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", locale);
  headers.set("Cache-Control", "no-cache");
  headers.set("Vary", "Accept-Language");
  return new Response(page.body, { status: head.status, headers });
}

function askedLocale(c: HonoContext<AppTypes>): Locale | undefined {
  return LOCALES.find((locale) => locale === c.req.query("lang"));
}

function tagsOf(c: HonoContext<AppTypes>, head: PageHead, locale: Locale): string {
  const metas = metaTags("name", namesOf(head)) + metaTags("property", propertiesOf(c, head, locale));
  return head.status === 404 ? metas : linksOf(c, head.path) + metas;
}

// Every language is a page of its own; the bare address is for whoever has none of ours.
function linksOf(c: HonoContext<AppTypes>, path: string): string {
  const url = `${c.get("ctx").config.APP_URL}${path}`;
  const asked = askedLocale(c);
  const alternates = LOCALES.map((locale) => linkTag("alternate", `${url}?lang=${locale}`, locale));
  return [
    linkTag("canonical", asked ? `${url}?lang=${asked}` : url),
    ...alternates,
    linkTag("alternate", url, "x-default"),
  ].join("");
}

function namesOf({ status, title, description, image }: PageHead): readonly Tag[] {
  return [
    ["description", description],
    ["robots", status === 404 ? "noindex" : null],
    ["twitter:card", image ? "summary_large_image" : "summary"],
    ["twitter:title", title],
    ["twitter:description", description],
    ["twitter:image", image?.url ?? null],
  ];
}

function propertiesOf(c: HonoContext<AppTypes>, head: PageHead, locale: Locale): readonly Tag[] {
  const { image } = head;
  return [
    ["og:type", head.type ?? "website"],
    ["og:site_name", "ShareYourSales"],
    ["og:title", head.title],
    ["og:description", head.description],
    ["og:url", `${c.get("ctx").config.APP_URL}${head.path}`],
    ["og:locale", OG_LOCALES[locale]],
    ["og:image", image?.url ?? null],
    ["og:image:alt", image?.alt || null],
    ["og:image:width", image ? String(image.width) : null],
    ["og:image:height", image ? String(image.height) : null],
  ];
}

const metaTags = (attribute: "name" | "property", tags: readonly Tag[]) =>
  tags
    .map(([name, content]) =>
      content === null ? "" : `<meta ${attribute}="${name}" content="${escapeHtml(content)}">`,
    )
    .join("");

const linkTag = (rel: string, href: string, language?: string) =>
  `<link rel="${rel}"${language === undefined ? "" : ` hreflang="${language}"`} href="${escapeHtml(href)}">`;

// Inside a script element only `<` could end it; JSON may write it as an escape.
const dataOf = ({ data = [], pageData }: PageHead) =>
  [
    ...data.map((one) => `<script type="application/ld+json">${inScript(one)}</script>`),
    pageData === undefined ? "" : `<script type="application/json" id="page-data">${inScript(pageData)}</script>`,
  ].join("");

const inScript = (value: unknown) => JSON.stringify(value).replace(/</g, "\\u003c");

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= DESCRIPTION_MAX
    ? plain
    : `${plain
        .slice(0, DESCRIPTION_MAX - 1)
        .trimEnd()
        .toWellFormed()}…`;
}
