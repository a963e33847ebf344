import type { AffiliationRequest } from "../../schemas/requests.ts";

const ASK_AGAIN_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** From when a rejected product may be asked for again, as an ISO instant; undefined when it may be now. */
export function askAgainAt({ state, decidedAt }: AffiliationRequest, nowMs = Date.now()): string | undefined {
  if (state !== "rejected" || decidedAt === null) return undefined;
  const fromMs = Date.parse(decidedAt) + ASK_AGAIN_AFTER_MS;
  return fromMs > nowMs ? new Date(fromMs).toISOString() : undefined;
}
