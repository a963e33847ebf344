import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { KycState } from "../../../schemas/admin.ts";
import { id, instant } from "../../db/columns.ts";

export const kycSubmissions = sqliteTable("kyc_submissions", {
  id: id("id").primaryKey(),
  userId: text("user_id").notNull(),
  state: text("state").$type<Exclude<KycState, "none">>().notNull(),
  reason: text("reason"),
  submittedAt: instant("submitted_at"),
  decidedAt: instant("decided_at"),
  decidedBy: text("decided_by"),
  expiresAt: instant("expires_at"),
  createdAt: instant("created_at").notNull(),
});
