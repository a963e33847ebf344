import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getEndpoint } from "./queries.ts";
import { changeEndpoint, holdDeliveries } from "./statements.ts";

/**
 * Takes an endpoint away: nothing is sent to it any more, and its secrets are forgotten.
 * @throws NotFound `endpoint.not_found` @throws Conflict `row.changed`
 */
export async function removeEndpoint(ctx: Context, id: string): Promise<void> {
  const read = await getEndpoint(ctx, id);
  const gone = { removedAt: ctx.now(), secretSealed: null, oldSecretSealed: null, oldSecretUntil: null };
  await commit(ctx, [
    ...changeEndpoint(ctx, read, gone),
    holdDeliveries(id),
    happened(ctx, "endpoint.removed", id),
    audit(ctx, "endpoint.removed", id, { host: new URL(read.url).host }),
  ]);
}
