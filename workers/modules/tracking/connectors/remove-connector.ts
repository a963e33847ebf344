import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { NO_POLLING } from "./draft-polling.ts";
import { getConnector } from "./queries.ts";
import { updateConnector } from "./statements.ts";

/**
 * Removes the acting merchant's connector for good: nothing is taken in through it any more. Its orders stay.
 * @throws NotFound `connector.not_found`
 */
export function removeConnector(ctx: Context, id: string): Promise<void> {
  return retryLostRace(async () => {
    const read = await getConnector(ctx, id);
    await commit(ctx, [
      ...updateConnector(ctx, read, { state: "removed", ...NO_POLLING }),
      happened(ctx, "connector.removed", id),
      audit(ctx, "connector.removed", id),
    ]);
  });
}
