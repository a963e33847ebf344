import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ClaimKind, ClaimState, EvidenceType } from "../../../../schemas/claims.ts";
import { id, instant } from "../../../db/columns.ts";

export const claims = sqliteTable("claims", {
  id: id("id").primaryKey(),
  kind: text("kind").$type<ClaimKind>().notNull(),
  state: text("state").$type<ClaimState>().notNull().default("open"),
  merchantId: text("merchant_id").notNull(),
  influencerId: text("influencer_id").notNull(),
  linkId: text("link_id").notNull(),
  conversionId: text("conversion_id"),
  orderRef: text("order_ref"),
  orderedAt: instant("ordered_at"),
  amountMinor: integer("amount_minor"),
  message: text("message").notNull(),
  answer: text("answer").$type<"accept" | "contest">(),
  answerMessage: text("answer_message").notNull().default(""),
  answeredAt: instant("answered_at"),
  answerBy: instant("answer_by").notNull(),
  decision: text("decision").$type<"accept" | "reject">(),
  decidedBy: text("decided_by").$type<"party" | "admin" | "time">(),
  decisionReason: text("decision_reason").notNull().default(""),
  decidedAt: instant("decided_at"),
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
export type ClaimRow = typeof claims.$inferSelect;

export const claimEvidence = sqliteTable("claim_evidence", {
  id: id("id").primaryKey(),
  claimId: text("claim_id").notNull(),
  addedBy: text("added_by").$type<"merchant" | "influencer">().notNull(),
  type: text("type").$type<EvidenceType>().notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  objectKey: text("object_key").notNull(),
  createdAt: instant("created_at").notNull(),
});
export type EvidenceRow = typeof claimEvidence.$inferSelect;
