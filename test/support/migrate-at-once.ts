import type { D1Migration } from "cloudflare:test";

/** Every migration of a database that is new, as one batch: one round trip for a file of tests instead of one for each. */
export async function migrateAtOnce(db: D1Database, migrations: readonly D1Migration[]): Promise<void> {
  await db.batch(migrations.flatMap(({ queries }) => queries).map((query) => db.prepare(query)));
}
