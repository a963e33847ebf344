import { Conflict } from "../../../core/errors.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { getHost, listLandingUrls, listVerifiedHosts } from "../queries.ts";
import { deleteHost } from "../statements.ts";
import { landingUrlsOnlyAt } from "./rules.ts";

/** Takes a site off the merchant's list. @throws NotFound `host.not_found` @throws Conflict `host.in_use` while products lead there */
export async function removeHost(ctx: Context, hostId: string): Promise<void> {
  const row = await getHost(ctx, hostId);
  const others = (await listVerifiedHosts(ctx, row.merchantId)).filter((host) => host !== row.host);
  const isVerified = row.verifiedAt !== null;
  if (isVerified && landingUrlsOnlyAt(row.host, others, await listLandingUrls(ctx, row.merchantId)).length > 0)
    throw new Conflict("host.in_use");
  await commit(ctx, [
    ...deleteHost(ctx, row.id),
    happened(ctx, "host.removed", row.id),
    audit(ctx, "host.removed", row.id, { host: row.host }),
  ]);
}
