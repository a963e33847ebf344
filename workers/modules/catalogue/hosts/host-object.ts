import type { Host } from "../../../../schemas/hosts.ts";
import type { HostRow } from "../tables.ts";
import { proofOf } from "./rules.ts";

const isoOrNull = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/** A site as its merchant sees it, with the proof that is asked for. */
export function hostObject(row: HostRow): Host {
  return {
    id: row.id,
    host: row.host,
    state: row.verifiedAt === null ? "waiting" : "verified",
    proof: proofOf(row.host, row.challenge),
    verifiedBy: row.verifiedBy,
    verifiedAt: isoOrNull(row.verifiedAt),
    checkedAt: isoOrNull(row.checkedAt),
    createdAt: new Date(row.createdAt).toISOString(),
  };
}
