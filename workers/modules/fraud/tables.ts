import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FraudEvidence, FraudRule, FraudState } from "../../../schemas/fraud.ts";
import { id, instant, json } from "../../db/columns.ts";

export const fraudRules = sqliteTable("fraud_rules", {
  rule: text("rule").$type<FraudRule>().primaryKey(),
  enabled: integer("enabled", { mode: "boolean" }).notNull().default(true),
  score: integer("score").notNull(),
  threshold: integer("threshold").notNull(),
  minimum: integer("minimum").notNull(),
  windowHours: integer("window_hours").notNull(),
  version: integer("version").notNull().default(1),
  updatedAt: instant("updated_at").notNull().default(0),
});
export type FraudRuleRow = typeof fraudRules.$inferSelect;

export const fraudCases = sqliteTable("fraud_cases", {
  id: id("id").primaryKey(),
  subject: text("subject").notNull(),
  state: text("state").$type<FraudState>().notNull().default("open"),
  score: integer("score").notNull(),
  influencerId: text("influencer_id").notNull(),
  merchantId: text("merchant_id"),
  linkId: text("link_id"),
  conversionId: text("conversion_id"),
  openedAt: instant("opened_at").notNull(),
  decidedAt: instant("decided_at"),
  decidedBy: text("decided_by"),
  reason: text("reason"),
  appealMessage: text("appeal_message"),
  appealedAt: instant("appealed_at"),
  reopenedAt: instant("reopened_at"),
  /** Who rejected a case that is looked at again: the second decision is another person's. */
  rejectedBeforeBy: text("rejected_before_by"),
  version: integer("version").notNull().default(1),
});
export type FraudCaseRow = typeof fraudCases.$inferSelect;

export const fraudHits = sqliteTable("fraud_hits", {
  id: id("id").primaryKey(),
  caseId: text("case_id").notNull(),
  subject: text("subject").notNull(),
  rule: text("rule").$type<FraudRule>().notNull(),
  about: text("about").notNull(),
  score: integer("score").notNull(),
  evidence: json<FraudEvidence>("evidence").notNull(),
  createdAt: instant("created_at").notNull(),
});
export type FraudHitRow = typeof fraudHits.$inferSelect;

export const fraudHolds = sqliteTable(
  "fraud_holds",
  {
    commissionId: text("commission_id").notNull(),
    caseId: text("case_id").notNull(),
    heldAt: instant("held_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.commissionId, table.caseId] })],
);

export const fraudCaseEvents = sqliteTable("fraud_case_events", {
  id: id("id").primaryKey(),
  caseId: text("case_id").notNull(),
  kind: text("kind").$type<"explained" | "appealed" | "cleared" | "rejected">().notNull(),
  actorId: text("actor_id").notNull(),
  message: text("message").notNull(),
  createdAt: instant("created_at").notNull(),
});
export type FraudCaseEventRow = typeof fraudCaseEvents.$inferSelect;

export type MarkKind = "phone" | "email" | "mailbox" | "rib" | "identity";

export const fraudMarks = sqliteTable(
  "fraud_marks",
  {
    kind: text("kind").$type<MarkKind>().notNull(),
    mark: text("mark").notNull(),
    userId: text("user_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.mark, table.userId] })],
);

export const fraudWatchedLinks = sqliteTable("fraud_watched_links", {
  linkId: text("link_id").primaryKey(),
  watchedAt: instant("watched_at").notNull(),
});
