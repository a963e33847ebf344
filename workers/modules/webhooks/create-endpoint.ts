import { type CreateEndpoint, ENDPOINTS_MAX, type EndpointWithSecret } from "../../../schemas/webhooks.ts";
import { Conflict, Invalid } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { placeOf } from "../../vendors/outbound/fetch-public.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { endpointWithSecret } from "./endpoint-object.ts";
import { actingOwner, listEndpoints } from "./queries.ts";
import { makeSecret } from "./secrets.ts";
import { insertEndpoint } from "./statements.ts";
import type { EndpointRow } from "./tables.ts";

/**
 * Has the acting merchant or influencer told of state changes. The secret is told once: an answer kept for a repeated
 * Idempotency-Key does not hold it.
 * @throws Conflict `endpoint.limit_reached` @throws Invalid `endpoint.url_refused` @throws Unavailable `server.unavailable`
 */
export async function createEndpoint(ctx: Context, input: CreateEndpoint): Promise<EndpointWithSecret> {
  const owner = actingOwner(ctx);
  if ((await listEndpoints(ctx)).length >= ENDPOINTS_MAX) throw new Conflict("endpoint.limit_reached");
  await refusePrivate(ctx, input.url);
  const { secret, sealed } = await makeSecret(ctx);
  const row: EndpointRow = {
    id: ctx.newId("whe"),
    ownerId: owner.id,
    url: input.url,
    events: [...new Set(input.events)],
    description: input.description,
    secretSealed: sealed,
    oldSecretSealed: null,
    oldSecretUntil: null,
    state: "active",
    pausedBy: null,
    failingSince: null,
    lastSuccessAt: null,
    lastFailureAt: null,
    version: 1,
    createdAt: ctx.now(),
    removedAt: null,
  };
  await commit(
    ctx,
    [
      insertEndpoint(row),
      happened(ctx, "endpoint.created", row.id),
      audit(ctx, "endpoint.created", row.id, { host: new URL(row.url).host }),
    ],
    { status: 201, body: endpointWithSecret(row, ctx.now(), null) },
  );
  return endpointWithSecret(row, ctx.now(), secret);
}

/**
 * Refuses a server that is not of the public internet. A name without an address may stand: it may not be set up yet.
 * @throws Invalid `endpoint.url_refused` @throws Unavailable `server.unavailable` when names cannot be looked up
 */
export async function refusePrivate(ctx: Context, url: string): Promise<void> {
  if ((await placeOf(ctx.vendors.door, url)) === "private")
    throw new Invalid("endpoint.url_refused", [{ path: "url", message: "url.wrong_form" }]);
}
