import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Plan } from "../../../schemas/plans.ts";
import { instant } from "../../db/columns.ts";

export const userSubscriptions = sqliteTable("user_subscriptions", {
  userId: text("user_id").primaryKey(),
  plan: text("plan").$type<Plan>().notNull().default("FREE"),
  state: text("state").$type<"trialing" | "active" | "past_due" | "cancelled">().notNull().default("active"),
  source: text("source").$type<"stripe" | "manual">().notNull().default("manual"),
  trialEndsAt: instant("trial_ends_at"),
  currentPeriodEnd: instant("current_period_end"),
  cancelAtPeriodEnd: integer("cancel_at_period_end", { mode: "boolean" }).notNull().default(false),
  pendingPlan: text("pending_plan").$type<Plan>(),
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

export const userQuotas = sqliteTable(
  "user_quotas",
  {
    userId: text("user_id").notNull(),
    quota: text("quota").$type<"products">().notNull(),
    maxCount: integer("max_count"),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.quota] })],
);
