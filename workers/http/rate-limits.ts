import type { WindowLimit } from "../core/sliding-window.ts";

export type LimitName =
  | "anonymous"
  | "apiKey"
  | "accountRead"
  | "accountWrite"
  | "orderIntake"
  | "authEmail"
  | "authAddressEmail"
  | "authAddress"
  | "webhook";

export interface RateLimit extends WindowLimit {
  /** Most units an isolate may lease at once, so that a busy client rarely costs a call to the object. */
  readonly lotMax: number;
  /** What happens to a request when the object cannot be asked. */
  readonly whenUnreachable: "pass" | "refuse";
  /** Whose units: an allowed network address is not counted by its address. */
  readonly by: "address" | "account";
}

const perMinute = (max: number, lotMax: number) =>
  ({ max, windowMs: 60_000, lotMax, whenUnreachable: "pass" }) as const;
const ofSignIn = { lotMax: 1, windowMs: 60_000, whenUnreachable: "refuse" } as const;

/** product.md, "HTTP API": how many requests a minute, per client and class. */
export const RATE_LIMITS: Readonly<Record<LimitName, RateLimit>> = {
  anonymous: { ...perMinute(100, 20), by: "address" },
  apiKey: { ...perMinute(100, 20), by: "account" },
  accountRead: { ...perMinute(600, 30), by: "account" },
  accountWrite: { ...perMinute(100, 10), by: "account" },
  orderIntake: { ...perMinute(1_000, 50), by: "account" },
  webhook: { ...perMinute(1_000, 50), by: "account" },
  authEmail: { ...ofSignIn, max: 5, by: "account" },
  authAddressEmail: { ...ofSignIn, max: 5, by: "address" },
  authAddress: { ...ofSignIn, max: 60, by: "address" },
};

/** Routes that take orders in; all others of a key share its common limit. */
export const ORDER_INTAKE: ReadonlySet<string> = new Set([
  "POST /api/tracking/conversions",
  "POST /api/tracking/conversions/:orderId/events",
  "POST /api/tracking/events",
  "GET /api/tracking/postback",
  "POST /api/tracking/browser-orders",
]);

const UNCOUNTED: ReadonlySet<string> = new Set(["/health", "/liveness", "/readiness"]);

/** Whether requests of the path are never counted: what a monitor asks every few seconds, and the pictures of a page. */
export function isUncounted(path: string): boolean {
  return UNCOUNTED.has(path) || path.startsWith("/images/");
}
