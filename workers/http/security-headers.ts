import { createMiddleware } from "hono/factory";
import { setAnswerHeaders } from "./answer-headers.ts";
import type { AppTypes } from "./app.ts";
import { openToBrowsers } from "./cors.ts";

type Policy = Readonly<Record<string, string>>;
type Header = readonly [name: string, value: string];

/** What our own pages may load: everything from us, nothing inline. */
const PAGE_POLICY: Policy = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
};

/** An answer of the API is data: a browser that takes it for a page may do nothing with it. */
const ANSWER_POLICY: Policy = { "default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'" };

/** Static pages of other people's making that need more than ours. ReDoc writes two style elements, known by their hashes. */
const POLICY_OF_PAGE: Readonly<Record<string, Policy>> = {
  "/redoc": {
    ...PAGE_POLICY,
    "style-src":
      "'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='",
    "worker-src": "blob:",
  },
};

/** Pages of the links' host and of networks show our pictures. */
const PICTURES = "/images/";

/** How long shops' browsers keep the snippet: an hour unasked, then they ask whether it is still the same. */
export const SNIPPET_CACHE = "public, max-age=3600, stale-while-revalidate=604800";

const PERMISSIONS = ["camera", "geolocation", "microphone", "payment", "usb", "browsing-topics"];

/** The headers of an answer under a content policy; a page's unless told otherwise. */
export function securityHeaders(policy: Policy = PAGE_POLICY): readonly Header[] {
  return [
    ["Content-Security-Policy", policyText(policy)],
    ["Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"],
    ["X-Frame-Options", "DENY"],
    ["X-Content-Type-Options", "nosniff"],
    ["X-XSS-Protection", "0"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Permissions-Policy", PERMISSIONS.map((name) => `${name}=()`).join(", ")],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
  ];
}

/** `_headers` of the static assets: the same headers where no Worker runs, and a year's keeping for hashed files. */
export function assetHeadersFile(): string {
  const rules: readonly (readonly [path: string, lines: readonly string[]])[] = [
    ["/*", securityHeaders().map(([name, value]) => `${name}: ${value}`)],
    [
      "/t.js",
      [
        "! Cache-Control",
        `Cache-Control: ${SNIPPET_CACHE}`,
        "! Cross-Origin-Resource-Policy",
        "Cross-Origin-Resource-Policy: cross-origin",
      ],
    ],
    ["/assets/*", ["! Cache-Control", "Cache-Control: public, max-age=31536000, immutable"]],
    ...Object.entries(POLICY_OF_PAGE).flatMap(([path, policy]) =>
      [path, `${path}/*`].map(
        (place) => [place, ["! Content-Security-Policy", `Content-Security-Policy: ${policyText(policy)}`]] as const,
      ),
    ),
  ];
  return rules.map(([path, lines]) => `${path}\n${lines.map((line) => `  ${line}\n`).join("")}`).join("\n");
}

/**
 * Puts the headers on every answer of the Worker; a page that brings a policy of its own keeps it. What is not said to be
 * kept may not be kept by anybody.
 */
export const secureAnswers = createMiddleware<AppTypes>(async function secureAnswers(c, next) {
  await next();
  const policy = c.res.headers.get("Content-Security-Policy");
  const own: readonly Header[] = policy === null ? [] : [["Content-Security-Policy", policy]];
  const shared: readonly Header[] =
    openToBrowsers(c.req.path) || c.req.path.startsWith(PICTURES)
      ? [["Cross-Origin-Resource-Policy", "cross-origin"]]
      : [];
  const kept: readonly Header[] = c.res.headers.has("Cache-Control") ? [] : [["Cache-Control", "no-store"]];
  setAnswerHeaders(c, [...OF_ANSWERS, ...own, ...shared, ...kept]);
});

const policyText = (policy: Policy) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");

const OF_ANSWERS = securityHeaders(ANSWER_POLICY);
