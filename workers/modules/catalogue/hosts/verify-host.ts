import type { Host } from "../../../../schemas/hosts.ts";
import { Conflict, Unavailable } from "../../../core/errors.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { getHost } from "../queries.ts";
import { changeHost } from "../statements.ts";
import type { HostRow } from "../tables.ts";
import { hostObject } from "./host-object.ts";
import { META_NAME, proofOf } from "./rules.ts";

type Search = "dns" | "meta" | "nowhere" | "unreachable";

/**
 * Looks for the proof of the merchant's site now: the TXT record, else the tag on its first page. Proven once, it stays.
 * @throws NotFound `host.not_found` @throws Conflict `host.proof_missing`, `host.taken`
 * @throws Unavailable `server.unavailable` when the resolver is silent and the tag is not there
 */
export async function verifyHost(ctx: Context, hostId: string): Promise<Host> {
  const row = await getHost(ctx, hostId);
  if (row.verifiedAt !== null) return hostObject(row);
  const found = await findProof(ctx, row);
  if (found === "unreachable") throw new Unavailable("server.unavailable");
  if (found === "nowhere") {
    await commit(ctx, changeHost(ctx, row.id, { checkedAt: ctx.now() }));
    throw new Conflict("host.proof_missing");
  }
  const changes = { verifiedAt: ctx.now(), verifiedBy: found, checkedAt: ctx.now() };
  const answer = hostObject({ ...row, ...changes });
  await commit(
    ctx,
    [
      ...changeHost(ctx, row.id, changes),
      happened(ctx, "host.verified", row.id),
      audit(ctx, "host.verified", row.id, { host: row.host, by: found }),
    ],
    { status: 200, body: answer },
  );
  return answer;
}

async function findProof(ctx: Context, { host, challenge }: HostRow): Promise<Search> {
  const { dnsName, dnsValue } = proofOf(host, challenge);
  const records = await ctx.vendors.findTextRecords(dnsName).catch(() => undefined);
  if (records?.some((record) => record.trim() === dnsValue)) return "dns";
  if (await hasTag(ctx, host, challenge)) return "meta";
  return records === undefined ? "unreachable" : "nowhere";
}

async function hasTag(ctx: Context, host: string, challenge: string): Promise<boolean> {
  const page = await ctx.vendors.readPage(`https://${host}/`);
  if (page === undefined) return false;
  let isThere = false;
  const tags = new HTMLRewriter().on(`meta[name="${META_NAME}"]`, {
    element(tag) {
      if (tag.getAttribute("content")?.trim() === challenge) isThere = true;
    },
  });
  await tags.transform(new Response(page)).arrayBuffer();
  return isThere;
}
