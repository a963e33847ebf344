import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "../../../db/columns.ts";

/** A lease: the feed of the owner is watched, or was minutes ago. */
export const liveWatchers = sqliteTable("live_watchers", {
  ownerId: text("owner_id").primaryKey(),
  until: instant("until").notNull(),
});
