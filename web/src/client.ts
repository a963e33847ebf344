import { hc } from "hono/client";
import type { influencerRoutes } from "../../workers/modules/affiliation/influencers/routes.ts";
import type { requestRoutes } from "../../workers/modules/affiliation/requests/routes.ts";
import type { affiliationRoutes } from "../../workers/modules/affiliation/routes.ts";
import type { analyticsRoutes } from "../../workers/modules/analytics/routes.ts";
import type { usersRoutes } from "../../workers/modules/auth/me/routes.ts";
import type { authRoutes } from "../../workers/modules/auth/routes.ts";
import type { hostRoutes } from "../../workers/modules/catalogue/hosts/routes.ts";
import type { imageRoutes } from "../../workers/modules/catalogue/images/routes.ts";
import type { importRoutes } from "../../workers/modules/catalogue/imports/routes.ts";
import type { marketplaceRoutes } from "../../workers/modules/catalogue/marketplace/routes.ts";
import type { productRoutes } from "../../workers/modules/catalogue/products/routes.ts";
import type { catalogueRoutes } from "../../workers/modules/catalogue/routes.ts";
import type { fraudAdminRoutes } from "../../workers/modules/fraud/admin/routes.ts";
import type { fraudRoutes } from "../../workers/modules/fraud/routes.ts";
import type { healthRoutes } from "../../workers/modules/health/routes.ts";
import type { paymentsRoutes } from "../../workers/modules/payouts/routes.ts";
import type { socialRoutes } from "../../workers/modules/social/routes.ts";
import type { storefrontRoutes } from "../../workers/modules/storefronts/routes.ts";
import type { claimDecisionRoutes } from "../../workers/modules/tracking/claims/decisions/routes.ts";
import type { claimRoutes } from "../../workers/modules/tracking/claims/routes.ts";
import type { connectorRoutes } from "../../workers/modules/tracking/connectors/routes.ts";
import type { deskRoutes } from "../../workers/modules/tracking/desk/routes.ts";
import type { orderImportRoutes } from "../../workers/modules/tracking/order-imports/routes.ts";
import type { trackingRoutes } from "../../workers/modules/tracking/routes.ts";
import type { touchRoutes } from "../../workers/modules/tracking/touches/routes.ts";
import type { webhookRoutes } from "../../workers/modules/webhooks/routes.ts";
import { csrfCookie } from "./csrf-cookie.ts";
import { ProblemError, problemOf } from "./problem-error.ts";
import { renewSession } from "./renew-session.ts";
import { announceSessionEnd } from "./session-end.ts";

/** The API by noun. A call gives the answer of a success; every failure is thrown as a ProblemError. */
export const authClient = hc<typeof authRoutes>("/api/auth", { fetch: send });
export const usersClient = hc<typeof usersRoutes>("/api/users", { fetch: send });
export const categoriesClient = hc<typeof catalogueRoutes>("/api/products", { fetch: send });
export const productsClient = hc<typeof productRoutes>("/api/products", { fetch: send });
export const marketplaceClient = hc<typeof marketplaceRoutes>("/api/products", { fetch: send });
export const hostsClient = hc<typeof hostRoutes>("/api/products", { fetch: send });
export const importsClient = hc<typeof importRoutes>("/api/products", { fetch: send });
export const imagesClient = hc<typeof imageRoutes>("/api/products", { fetch: send });
export const affiliatesClient = hc<typeof affiliationRoutes>("/api/affiliates", { fetch: send });
export const requestsClient = hc<typeof requestRoutes>("/api/affiliates", { fetch: send });
export const influencersClient = hc<typeof influencerRoutes>("/api/affiliates", { fetch: send });
export const paymentsClient = hc<typeof paymentsRoutes>("/api/payments", { fetch: send });
export const storefrontsClient = hc<typeof storefrontRoutes>("/api/users", { fetch: send });
export const analyticsClient = hc<typeof analyticsRoutes>("/api/analytics", { fetch: send });
export const trackingClient = hc<typeof trackingRoutes>("/api/tracking", { fetch: send });
export const orderImportsClient = hc<typeof orderImportRoutes>("/api/tracking", { fetch: send });
export const touchesClient = hc<typeof touchRoutes>("/api/tracking", { fetch: send });
export const deskClient = hc<typeof deskRoutes>("/api/tracking", { fetch: send });
export const claimsClient = hc<typeof claimRoutes>("/api/tracking", { fetch: send });
export const claimDecisionsClient = hc<typeof claimDecisionRoutes>("/api/admin", { fetch: send });
export const fraudClient = hc<typeof fraudRoutes>("/api/tracking", { fetch: send });
export const fraudAdminClient = hc<typeof fraudAdminRoutes>("/api/admin", { fetch: send });
export const socialClient = hc<typeof socialRoutes>("/api/social-media", { fetch: send });
export const connectorsClient = hc<typeof connectorRoutes>("/api/tracking", { fetch: send });
export const webhooksClient = hc<typeof webhookRoutes>("/api/webhooks", { fetch: send });
/** Its failing answer is an answer: 503 with the parts that fail. */
export const healthClient = hc<typeof healthRoutes>("/");

const RENEWABLE = ["session.expired", "session.missing"];
const SESSION_GONE = [...RENEWABLE, "session.reused"];

// An expired session is renewed and a lost CSRF cookie fetched, each once, before a failure reaches anybody.
async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const sentCsrf = csrfCookie();
  const first = await attempt(input, init);
  if (first.ok) return first;
  const failure = await problemOf(first);
  if (!(await isMended(failure, sentCsrf))) throw told(failure, init);
  const second = await attempt(input, init);
  if (second.ok) return second;
  throw told(await problemOf(second), init);
}

// A page that reads for nobody goes away; one that writes stays, so that what was typed is kept.
function told(failure: ProblemError, init?: RequestInit): ProblemError {
  if (SESSION_GONE.includes(failure.code) && init?.method === "GET") announceSessionEnd();
  return failure;
}

async function isMended(failure: ProblemError, sentCsrf: string | undefined): Promise<boolean> {
  if (failure.code === "session.raced") return true;
  if (RENEWABLE.includes(failure.code)) return renewSession(sentCsrf).catch(() => throwOffline());
  if (failure.code !== "csrf.invalid") return false;
  return (await fetch("/api/auth/csrf").catch(throwOffline)).ok;
}

async function attempt(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  headers.set("Accept-Language", document.documentElement.lang);
  const isWrite = init?.method !== undefined && init.method !== "GET";
  if (isWrite) headers.set("X-CSRF-Token", csrfCookie() ?? "");
  // The API reads JSON in every write, also where there is nothing to say.
  if (isWrite && !(init.body instanceof FormData)) headers.set("Content-Type", "application/json");
  const body = isWrite ? (init?.body ?? "{}") : null;
  return fetch(input, { ...init, headers, body }).catch(throwOffline);
}

function throwOffline(): never {
  throw new ProblemError("network.offline");
}
