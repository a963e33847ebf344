import { actorIdOf } from "../../core/actor.ts";
import type { Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { type AuditDetails, auditLog } from "./tables.ts";

/** The row that says who did what to which object; details never hold phones, e-mails, tokens or secrets. */
export function audit(ctx: Context, action: string, subjectId: string, details: AuditDetails = {}): Statement {
  return insertRow(auditLog, {
    id: ctx.newId("aud"),
    actorId: actorIdOf(ctx.actor),
    actorRole: ctx.actor.role,
    action,
    subjectId,
    details,
    requestId: ctx.requestId,
    createdAt: ctx.now(),
  });
}
