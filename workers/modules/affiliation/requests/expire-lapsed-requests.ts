import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { auditEach } from "../../audit/statements.ts";
import { happenedToEach } from "../../outbox/statements.ts";
import { listLapsedRequests, listParties } from "./queries.ts";
import { tellEach } from "./request-news.ts";
import { expireRequests } from "./statements.ts";

const REQUESTS_PER_COMMIT = 500;

/** Ends up to 500 requests that nobody decided in 7 days, and tells each influencer; says how many. */
export function expireLapsedRequests(ctx: Context): Promise<number> {
  return retryLostRace(() => attempt(ctx));
}

async function attempt(ctx: Context): Promise<number> {
  const lapsed = await listLapsedRequests(ctx, REQUESTS_PER_COMMIT);
  if (lapsed.length === 0) return 0;
  const ids = lapsed.map(({ id }) => id);
  await commit(ctx, [
    ...expireRequests(ctx, ids),
    ...happenedToEach(ctx, "request.expired", ids),
    ...auditEach(ctx, "request.expired", ids),
    ...(await tellEach(ctx, { kind: "request.expired" }, await listParties(ctx, lapsed))),
  ]);
  return ids.length;
}
