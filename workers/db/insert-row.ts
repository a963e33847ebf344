import { type Column, getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Built } from "./commit.ts";

interface Prepared {
  readonly sql: string;
  readonly columns: readonly (readonly [key: string, column: Column])[];
}

const preparedInserts = new WeakMap<SQLiteTable, Map<string, Prepared>>();

/**
 * The INSERT of one row, as a statement of a commit. The text is written once per table and set of columns: order intake
 * makes five of them, and Drizzle's builder spends more on each than the database does. A key left out takes its default.
 */
export function insertRow<T extends SQLiteTable>(table: T, row: T["$inferInsert"]): Built {
  const values = new Map<string, unknown>(Object.entries(row).filter(([, value]) => value !== undefined));
  const { sql, columns } = preparedInsert(table, [...values.keys()]);
  return { toSQL: () => ({ sql, params: columns.map(([key, column]) => driverValue(column, values.get(key))) }) };
}

function preparedInsert(table: SQLiteTable, keys: readonly string[]): Prepared {
  const inserts = preparedInserts.get(table) ?? new Map<string, Prepared>();
  preparedInserts.set(table, inserts);
  const signature = keys.join();
  const known = inserts.get(signature);
  if (known) return known;
  const all = getTableColumns(table);
  const columns = keys.map((key) => {
    const column = all[key];
    if (!column) throw new TypeError(`${getTableName(table)} has no column ${key}`);
    return [key, column] as const;
  });
  const names = columns.map(([, { name }]) => `"${name}"`).join(", ");
  const sql = `INSERT INTO "${getTableName(table)}" (${names}) VALUES (${columns.map(() => "?").join(", ")})`;
  const prepared = { sql, columns };
  inserts.set(signature, prepared);
  return prepared;
}

function driverValue(column: Column, value: unknown): unknown {
  return value === null ? null : column.mapToDriverValue(value);
}
