import { mintClickToken, nonceOf } from "../core/click-token.ts";
import { HOSTING_REASON, isHostingNetwork } from "../core/hosting-networks.ts";
import type { LinkEntry } from "../core/link-entry.ts";
import { isScan, SCAN_SOURCE } from "../core/scan-marker.ts";
import { captureClick, type PendingClick } from "./capture-click.ts";
import { type Agent, classifyVisitor, readAgent, type Visitor } from "./classify-visitor.ts";
import type { LinksEnv } from "./env.ts";
import { noticePage } from "./page.ts";
import { previewPage } from "./preview-page.ts";
import { reportFailure } from "./report-failure.ts";
import { lookUpLink, rememberedLink } from "./resolve-link.ts";
import { secretsOf } from "./secrets.ts";
import { listSimilarOffers, offersOf } from "./similar-offers.ts";
import { destinationOf, forwardedParameters, keptParameters, targetOf } from "./target-url.ts";
import { pageLocaleOf } from "./text/texts.ts";
import { isScanning, noteUnknown } from "./unknown-slugs.ts";

const SLUG = /^[a-z0-9-]{2,64}$/;
const NONCE_BYTES = 6;
const NONCES_DRAWN = 500;
const CACHED_A_DAY = { "Cache-Control": "public, max-age=86400" } as const;

export default {
  // A link in memory is answered without a promise; only one that must be looked up waits.
  fetch(request, env, executionCtx): Response | Promise<Response> {
    const failed = (failure: unknown) => {
      executionCtx.waitUntil(reportFailure(env, failure, Date.now()));
      return noticePage("failed", pageLocaleOf(request.headers.get("Accept-Language")), env.APP_URL, request.method);
    };
    try {
      const answered = answer(request, env, executionCtx);
      return answered instanceof Promise ? answered.catch(failed) : answered;
    } catch (failure) {
      return failed(failure);
    }
  },
} satisfies ExportedHandler<LinksEnv>;

function answer(request: Request, env: LinksEnv, executionCtx: ExecutionContext): Response | Promise<Response> {
  const { method, url } = request;
  if (method !== "GET" && method !== "HEAD")
    return new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });
  const { path, search } = splitUrl(url);
  const fixed = fixedAnswer(path, env);
  if (fixed) return fixed;
  const slug = path.toLowerCase();
  const nowMs = Date.now();
  const waitUntil = (work: Promise<unknown>) =>
    executionCtx.waitUntil(work.catch((failure: unknown) => reportFailure(env, failure, nowMs)));
  const remembered = SLUG.test(slug) ? rememberedLink(slug, nowMs) : null;
  const visit = { request, env, waitUntil, search, nowMs };
  if (remembered !== undefined) return follow(visit, remembered);
  const depth = isScanning(addressOf(request), nowMs) ? "kv" : "database";
  return lookUpLink(env, slug, nowMs, waitUntil, depth).then((entry) => follow(visit, entry));
}

// The path is cut by hand: parsing a URL costs more than all the rest of a redirect from memory.
function splitUrl(url: string): { path: string; search: string } {
  const start = url.indexOf("/", url.indexOf("://") + 3) + 1;
  const query = url.indexOf("?", start);
  const hash = url.indexOf("#", start);
  const end = hash === -1 ? url.length : hash;
  return query === -1 || query > end
    ? { path: url.slice(start, end), search: "" }
    : { path: url.slice(start, query), search: url.slice(query, end) };
}

function fixedAnswer(path: string, env: LinksEnv): Response | undefined {
  if (path === "") return new Response(null, { status: 302, headers: { Location: env.APP_URL } });
  if (path === "robots.txt") return new Response("User-agent: *\nDisallow:\n", { headers: CACHED_A_DAY });
  return path === "favicon.ico" ? new Response(null, { status: 204, headers: CACHED_A_DAY }) : undefined;
}

function stopOf(entry: LinkEntry, nowMs: number): "ended" | "soon" | undefined {
  if (entry.stopped !== null || (entry.endsAt !== null && nowMs > entry.endsAt)) return "ended";
  return entry.startsAt !== null && nowMs < entry.startsAt ? "soon" : undefined;
}

interface Visit {
  readonly request: Request;
  readonly env: LinksEnv;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly search: string;
  readonly nowMs: number;
}

function follow(visit: Visit, entry: LinkEntry | null): Response | Promise<Response> {
  const { request, env, nowMs } = visit;
  const { headers, method } = request;
  const stop = entry === null ? unknownTo(request, nowMs) : stopOf(entry, nowMs);
  if (entry !== null && stop === "ended") return endedPage(visit, entry);
  if (entry === null || stop)
    return noticePage(stop ?? "unknown", pageLocaleOf(headers.get("Accept-Language")), env.APP_URL, method);
  const agentText = headers.get("User-Agent") ?? "";
  const agent = readAgent(agentText);
  const visitor = classifyVisitor(method, headers, agent);
  return redirect({ ...visit, entry, visitor, agent, agentText });
}

// A HEAD shows nobody anything, so nothing is looked for.
function endedPage({ request, env, waitUntil, nowMs }: Visit, entry: LinkEntry): Response | Promise<Response> {
  const locale = pageLocaleOf(request.headers.get("Accept-Language"));
  const page = (more?: string) => noticePage("ended", locale, env.APP_URL, request.method, more);
  if (request.method === "HEAD" || entry.product === undefined) return page();
  return listSimilarOffers(env, entry.product.id, nowMs, waitUntil).then((offers) =>
    page(offersOf(offers, locale, env.APP_URL)),
  );
}

const addressOf = (request: Request) => request.headers.get("CF-Connecting-IP");

function unknownTo(request: Request, nowMs: number): "unknown" | "scanned" {
  noteUnknown(addressOf(request), nowMs);
  return isScanning(addressOf(request), nowMs) ? "scanned" : "unknown";
}

interface Hit extends Visit {
  readonly entry: LinkEntry;
  readonly visitor: Visitor;
  readonly agent: Agent;
  readonly agentText: string;
}

function redirect(hit: Hit): Response {
  const { request, env, entry, visitor } = hit;
  const target = targetOf(entry, hit.agent.device);
  if (target === null)
    return noticePage("ended", pageLocaleOf(request.headers.get("Accept-Language")), env.APP_URL, request.method);
  const random = drawNonce();
  const forwarded = forwardedParameters(hit.search);
  const { clickKeys } = secretsOf(env);
  const token = visitor.class === "human" ? mintClickToken(clickKeys, entry.number, hit.nowMs, random) : null;
  captureClick(env, pendingClick(hit, nonceOf(random), forwarded), hit.waitUntil);
  if (visitor.class === "preview")
    return previewPage(entry, `${env.LINKS_URL}/${entry.slug}`, env.APP_URL, request.method);
  return new Response(null, {
    status: 302,
    headers: { Location: destinationOf(target, forwarded, token), "Cache-Control": "private, no-store" },
  });
}

const nonces = new Uint8Array(NONCE_BYTES * NONCES_DRAWN);
let nextNonce = nonces.length;

// Random bytes are drawn for hundreds of clicks at once.
function drawNonce(): Uint8Array {
  if (nextNonce === nonces.length) {
    crypto.getRandomValues(nonces);
    nextNonce = 0;
  }
  nextNonce += NONCE_BYTES;
  return nonces.subarray(nextNonce - NONCE_BYTES, nextNonce);
}

function pendingClick(
  { request, entry, nowMs, search, visitor, agent, agentText }: Hit,
  nonce: number,
  forwarded: ReadonlyMap<string, string> | null,
): PendingClick {
  return {
    linkNumber: entry.number,
    clickedAt: nowMs,
    nonce,
    class: visitor.class,
    reason: visitor.reason ?? (isHostingNetwork(request.cf?.asn) ? HOSTING_REASON : null),
    address: addressOf(request) ?? "",
    agent: agentText,
    device: agent.device,
    source: isScan(search) ? SCAN_SOURCE : agent.source,
    country: textOf(request.cf?.country, 2),
    city: textOf(request.cf?.city, 80),
    referrer: referrerHost(request.headers.get("Referer")),
    params: keptParameters(forwarded),
  };
}

function textOf(value: unknown, max: number): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, max).toWellFormed() : null;
}

function referrerHost(referrer: string | null): string | null {
  const host = referrer === null ? undefined : /^https?:\/\/(?:[^/?#@]*@)?([a-z0-9.-]{1,120})/i.exec(referrer)?.[1];
  return host?.toLowerCase() ?? null;
}
