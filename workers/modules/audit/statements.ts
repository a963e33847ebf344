import { sql } from "drizzle-orm";
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

/** The same row for many objects, as one statement. */
export function auditEach(ctx: Context, action: string, subjectIds: readonly string[]): Statement[] {
  if (subjectIds.length === 0) return [];
  const rows = subjectIds.map((subjectId) => [ctx.newId("aud"), subjectId]);
  return [
    sql`INSERT INTO audit_log (id, actor_id, actor_role, action, subject_id, request_id, created_at)
      SELECT value ->> 0, ${actorIdOf(ctx.actor)}, ${ctx.actor.role}, ${action}, value ->> 1, ${ctx.requestId}, ${ctx.now()}
      FROM json_each(${JSON.stringify(rows)})`,
  ];
}
