import type { EvidenceType } from "../../../../schemas/claims.ts";
import { NotFound } from "../../../core/errors.ts";
import { unsealBytes } from "../../../core/seal.ts";
import type { Context } from "../../../platform/context.ts";
import { purposeOf } from "./add-evidence.ts";
import { EVIDENCE_EXTENSIONS } from "./clean-evidence.ts";
import { getClaim, listEvidence } from "./queries.ts";

export interface OpenedEvidence {
  readonly type: EvidenceType;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the reader's copy is called: never the name it came with. */
  readonly fileName: string;
}

/** A piece of evidence, for the two sides of its claim and for staff. @throws NotFound `claim.not_found`, `evidence.not_found` */
export async function openEvidence(ctx: Context, claimId: string, evidenceId: string): Promise<OpenedEvidence> {
  const { claim } = await getClaim(ctx, claimId);
  const row = (await listEvidence(ctx, [claim.id])).find(({ id }) => id === evidenceId);
  const object = row && (await ctx.files.get(row.objectKey));
  if (!row || !object) throw new NotFound("evidence.not_found");
  const { sealKeys } = await ctx.secrets();
  const bytes = await unsealBytes(sealKeys, purposeOf(row), new Uint8Array(await object.arrayBuffer()));
  return { type: row.type, bytes, fileName: `${row.id}.${EVIDENCE_EXTENSIONS[row.type]}` };
}
