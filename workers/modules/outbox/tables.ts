import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "../../db/columns.ts";

export const outbox = sqliteTable("outbox", {
  id: id("id").primaryKey(),
  event: text("event").$type<OutboxEvent>().notNull(),
  subjectId: text("subject_id").notNull(),
  payload: json<Readonly<Record<string, string | number | null>>>("payload").notNull(),
  createdAt: instant("created_at").notNull(),
  attempts: integer("attempts").notNull(),
  nextAttemptAt: instant("next_attempt_at").notNull(),
  doneAt: instant("done_at"),
});

export const deadLetters = sqliteTable("dead_letters", {
  id: id("id").primaryKey(),
  queue: text("queue").notNull(),
  body: text("body").notNull(),
  reason: text("reason"),
  receivedAt: instant("received_at").notNull(),
  replayedAt: instant("replayed_at"),
});

/** How far each reader of the outbox has come, by rowid. */
export const newsReaders = sqliteTable("news_readers", {
  reader: text("reader").primaryKey(),
  position: integer("position").notNull(),
  version: integer("version").notNull(),
});

/** Everything that happens and that somebody later may want to know. `commission.due`, `link.changed` and `product.changed` are work. */
export type OutboxEvent =
  | "commission.due"
  | "link.changed"
  | "product.changed"
  | "product.created"
  | "host.added"
  | "host.verified"
  | "host.removed"
  | "storefront.changed"
  | "conversion.placed"
  | "conversion.changed"
  | "conversion.attributed"
  | "conversion.rate_set"
  | "commission.earned"
  | "commission.reversed"
  | "commission.voided"
  | "commission.revived"
  | "commission.barred"
  | "commission.available"
  | "commission.paid"
  | "payout.requested"
  | "payout.approved"
  | "payout.rejected"
  | "payout.cancelled"
  | "payout.exported"
  | "payout.settled"
  | "payout.failed"
  | "touch.recorded"
  | "touch.contested"
  | "order.reminded"
  | "connector.created"
  | "connector.changed"
  | "connector.removed"
  | "claim.opened"
  | "claim.evidence_added"
  | "claim.answered"
  | "claim.escalated"
  | "claim.decided"
  | "claim.withdrawn"
  | "fraud.case_opened"
  | "fraud.case_appealed"
  | "fraud.case_decided"
  | "fraud.rule_changed"
  | "endpoint.created"
  | "endpoint.changed"
  | "endpoint.removed"
  | "endpoint.paused"
  | "link.created"
  | "link.deleted"
  | "coupon.created"
  | "coupon.deleted"
  | "product.changed"
  | "request.created"
  | "request.approved"
  | "request.rejected"
  | "request.cancelled"
  | "request.expired"
  | "influencer.blocked"
  | "influencer.unblocked"
  | "approval_rule.changed"
  | "kyc.decided"
  | "mail.sent"
  | "address_rule.added"
  | "address_rule.removed"
  | "mail.failed"
  | "subscription.changed"
  | "user.registered"
  | "user.verified"
  | "user.changed"
  | "user.password_changed"
  | "user.totp_changed"
  | "user.suspended"
  | "user.reinstated"
  | "user.deleted"
  | "session.opened"
  | "session.closed"
  | "key.created"
  | "key.revoked";
