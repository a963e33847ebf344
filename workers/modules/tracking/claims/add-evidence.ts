import { type ClaimEvidence, EVIDENCE_MAX } from "../../../../schemas/claims.ts";
import { sha256HexOf } from "../../../core/digest.ts";
import { Conflict } from "../../../core/errors.ts";
import { sealBytes } from "../../../core/seal.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { evidenceObject } from "./claim-object.ts";
import { cleanEvidence } from "./clean-evidence.ts";
import { actingParty, getClaim, listEvidence } from "./queries.ts";
import { hasEnded, type Party } from "./rules.ts";
import { insertEvidence } from "./statements.ts";
import type { EvidenceRow } from "./tables.ts";

export interface AddedEvidence {
  readonly isNew: boolean;
  readonly evidence: ClaimEvidence;
}

const IV_BYTES = 12;

/** What a piece of evidence is sealed for: its bytes open as no other piece. */
export const purposeOf = ({ id }: Pick<EvidenceRow, "id">) => `claim_evidence:${id}`;

/**
 * Either side lays a picture or a PDF beside the claim, three each, until it is decided; the same file twice is one piece.
 * @throws NotFound `claim.not_found` @throws Conflict `claim.already_decided`, `evidence.limit_reached`
 * @throws Invalid `evidence.type_unsupported`, `image.unreadable`, `image.too_many_pixels`, `image.carries_metadata`
 */
export async function addEvidence(ctx: Context, claimId: string, file: Blob): Promise<AddedEvidence> {
  const { role } = actingParty(ctx);
  const { claim } = await getClaim(ctx, claimId);
  if (hasEnded(claim)) throw new Conflict("claim.already_decided");
  const { type, bytes } = cleanEvidence(new Uint8Array(await file.arrayBuffer()));
  const sha256 = await sha256HexOf(bytes);
  const own = (await listEvidence(ctx, [claimId])).filter(({ addedBy }) => addedBy === role);
  const known = own.find((piece) => piece.sha256 === sha256);
  if (known) return { isNew: false, evidence: evidenceObject(known) };
  if (own.length >= EVIDENCE_MAX) throw new Conflict("evidence.limit_reached");
  const id = ctx.newId("evd");
  const objectKey = `claims/${claimId}/${id}`;
  const row: EvidenceRow = {
    id,
    claimId,
    addedBy: role,
    type,
    bytes: bytes.length,
    sha256,
    objectKey,
    createdAt: ctx.now(),
  };
  const { sealKeys } = await ctx.secrets();
  await ctx.files.put(objectKey, await sealBytes(sealKeys, purposeOf(row), bytes, ctx.random(IV_BYTES)));
  return keep(ctx, row, role);
}

// The object is there before its row, so that no row is ever without it. Whatever the commit says, the row decides.
async function keep(ctx: Context, row: EvidenceRow, by: Party): Promise<AddedEvidence> {
  try {
    await commit(ctx, [
      insertEvidence(row),
      happened(ctx, "claim.evidence_added", row.claimId, { evidenceId: row.id, by }),
      audit(ctx, "claim.evidence_added", row.claimId, { evidenceId: row.id, by, type: row.type, bytes: row.bytes }),
    ]);
  } catch (failure) {
    const own = (await listEvidence(ctx, [row.claimId])).filter(({ addedBy }) => addedBy === by);
    const kept = own.find(({ sha256 }) => sha256 === row.sha256);
    if (kept?.id !== row.id) await ctx.files.delete(row.objectKey);
    if (!kept) throw failure;
    return { isNew: kept.id === row.id, evidence: evidenceObject(kept) };
  }
  return { isNew: true, evidence: evidenceObject(row) };
}
