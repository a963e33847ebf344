import type { AddHost, Host } from "../../../../schemas/hosts.ts";
import { actingAs } from "../../../core/actor.ts";
import { toBase32 } from "../../../core/base32.ts";
import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { listHosts } from "../queries.ts";
import { insertHost } from "../statements.ts";
import type { HostRow } from "../tables.ts";
import { hostObject } from "./host-object.ts";

const CHALLENGE_BYTES = 20;

/** Adds a site to the merchant's list, with what proves it; one that is there already is answered as it is. */
export const addHost = (ctx: Context, input: AddHost): Promise<Host> => retryLostRace(() => attempt(ctx, input));

async function attempt(ctx: Context, { host }: AddHost): Promise<Host> {
  const merchant = actingAs(ctx, "merchant");
  const known = (await listHosts(ctx)).find((row) => row.host === host);
  if (known) return hostObject(known);
  const row: HostRow = {
    id: ctx.newId("hst"),
    merchantId: merchant.id,
    host,
    challenge: toBase32(ctx.random(CHALLENGE_BYTES)),
    verifiedAt: null,
    verifiedBy: null,
    checkedAt: null,
    createdAt: ctx.now(),
  };
  const answer = hostObject(row);
  await commit(
    ctx,
    [insertHost(row), happened(ctx, "host.added", row.id), audit(ctx, "host.added", row.id, { host })],
    { status: 201, body: answer },
  );
  return answer;
}
