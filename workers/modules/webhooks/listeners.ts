import { sql } from "drizzle-orm";
import type { WebhookEvent } from "../../../schemas/webhooks.ts";
import type { Context } from "../../platform/context.ts";
import { SUBJECTS, type SubjectNoun } from "./subjects.ts";

/** An endpoint of somebody a subject belongs to. */
export interface Listener {
  readonly noun: SubjectNoun;
  readonly subjectId: string;
  readonly ownerId: string;
  readonly role: "merchant" | "influencer";
  readonly endpointId: string;
  readonly events: readonly WebhookEvent[];
  readonly createdAt: number;
}

type Found = Omit<Listener, "events"> & { readonly events: string };

/** The endpoints of the merchants and influencers that the subjects belong to: one read, whatever their number. */
export async function listListeners(ctx: Context, subjectIds: readonly string[]): Promise<Listener[]> {
  // D1 takes at most five terms: one for each kind of subject, not for each side.
  const owned = Object.entries(SUBJECTS).map(
    ([noun, { table }]) => sql`SELECT ${noun} AS noun, t.id, t.merchant_id, t.influencer_id
      FROM json_each(${JSON.stringify(subjectIds)}) AS e JOIN ${sql.raw(table)} t ON t.id = e.value`,
  );
  const found = await ctx.db.orm.all<Found>(sql`
    SELECT s.noun, s.id AS subjectId, u.id AS ownerId, u.role, w.id AS endpointId, w.events, w.created_at AS createdAt
    FROM (${sql.join(owned, sql` UNION ALL `)}) s
    CROSS JOIN webhook_endpoints w ON w.owner_id IN (s.merchant_id, s.influencer_id) AND w.removed_at IS NULL
    JOIN users u ON u.id = w.owner_id AND u.state = 'active' AND u.deleted_at IS NULL`);
  return found.map(({ events, ...listener }) => ({ ...listener, events: JSON.parse(events) }));
}
