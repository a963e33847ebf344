import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { unstable_splitSqlQuery as splitSqlQuery } from "wrangler";
import type { Env } from "../workers/platform/env.ts";
import { ROOT } from "./settings.ts";

// Wrangler's own table, so that `npm run dev` and `wrangler d1 migrations list --local` agree with `npm start`.
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Brings both databases up to date; answers the names of the migrations it applied. */
export async function migrate(env: Pick<Env, "CORE_DB" | "CLICKS_DB">): Promise<string[]> {
  return [...(await migrateOne(env.CORE_DB, "core")), ...(await migrateOne(env.CLICKS_DB, "clicks"))];
}

async function migrateOne(db: D1Database, folder: "core" | "clicks"): Promise<string[]> {
  const directory = path.join(ROOT, "migrations", folder);
  await db.prepare(BOOKKEEPING).run();
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const waiting = (await readdir(directory)).filter((name) => name.endsWith(".sql") && !applied.has(name)).sort();
  for (const name of waiting) {
    const queries = splitSqlQuery(await readFile(path.join(directory, name), "utf8"));
    await db.batch([
      ...queries.map((query) => db.prepare(query)),
      db.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").bind(name),
    ]);
  }
  return waiting.map((name) => `${folder}/${name}`);
}
