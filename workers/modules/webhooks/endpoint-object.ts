import type { Endpoint, EndpointWithSecret } from "../../../schemas/webhooks.ts";
import { hasOldSecret } from "./rules.ts";
import type { EndpointRow } from "./tables.ts";

const isoOrNull = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/** The endpoint as the API shows it; its secret is never part of it. */
export function endpointObject(row: EndpointRow, nowMs: number): Endpoint {
  return {
    id: row.id,
    url: row.url,
    events: [...row.events],
    description: row.description,
    state: row.state,
    pausedBy: row.pausedBy,
    lastSuccessAt: isoOrNull(row.lastSuccessAt),
    lastFailureAt: isoOrNull(row.lastFailureAt),
    oldSecretUntil: hasOldSecret(row, nowMs) ? isoOrNull(row.oldSecretUntil) : null,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}

/** The same with the secret that was just made, or null. */
export function endpointWithSecret(row: EndpointRow, nowMs: number, secret: string | null): EndpointWithSecret {
  return { ...endpointObject(row, nowMs), secret };
}
