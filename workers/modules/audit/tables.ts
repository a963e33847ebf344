import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "../../db/columns.ts";

export const auditLog = sqliteTable("audit_log", {
  id: id("id").primaryKey(),
  actorId: text("actor_id").notNull(),
  actorRole: text("actor_role").notNull(),
  action: text("action").notNull(),
  subjectId: text("subject_id").notNull(),
  details: json<AuditDetails>("details").notNull(),
  requestId: text("request_id"),
  createdAt: instant("created_at").notNull(),
});

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;
