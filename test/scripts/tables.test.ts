import path from "node:path";
import { readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as tables from "../../workers/db/schema.ts";

const root = path.join(import.meta.dirname, "../..");
const mf = new Miniflare(
  convertV4MiniflareOptions({
    workers: [{ name: "scratch", modules: true, script: "export default {}", d1Databases: ["WRITTEN", "DECLARED"] }],
  }),
);
let written: D1Database;
let declared: D1Database;

beforeAll(async () => {
  written = await mf.getD1Database("WRITTEN", "scratch");
  declared = await mf.getD1Database("DECLARED", "scratch");
  for (const { queries } of await readD1Migrations(path.join(root, "migrations/core"))) {
    await written.batch(queries.map((query) => written.prepare(query)));
  }
  const statements = await generateSQLiteMigration(
    await generateSQLiteDrizzleJson({}),
    await generateSQLiteDrizzleJson(tables),
  );
  for (const statement of statements) await declared.prepare(statement).run();
});
afterAll(() => mf.dispose());

const tablesOf = async (db: D1Database) =>
  (
    await db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' ORDER BY name",
      )
      .all<{ name: string }>()
  ).results.map(({ name }) => name);
const columnsOf = async (db: D1Database, table: string) =>
  (
    await db
      .prepare('SELECT name, type, "notnull" AS required, pk > 0 AS isKey FROM pragma_table_xinfo(?) ORDER BY name')
      .bind(table)
      .all<{ name: string; type: string; required: number; isKey: number }>()
  ).results.map(({ name, type, required, isKey }) => ({
    name,
    type: type.toUpperCase(),
    required: isKey === 1 ? 1 : required,
    isKey,
  }));

// Written by hand in SQL alone: no verb reads or writes them through Drizzle.
const SQL_ONLY = /^idempotency_keys$|^product_search/;

describe("Drizzle's tables", () => {
  it("are the tables of the migrations", async () => {
    expect(await tablesOf(declared)).toEqual((await tablesOf(written)).filter((name) => !SQL_ONLY.test(name)));
  });

  it("have the columns of the migrations: names, types, keys, and what may be null", async () => {
    for (const table of await tablesOf(declared))
      expect([table, await columnsOf(declared, table)]).toEqual([table, await columnsOf(written, table)]);
  });
});
