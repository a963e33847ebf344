import type { Page } from "../../schemas/page.ts";

/** One page of `limit` rows out of `limit + 1` read; the cursor is the last row's key. */
export function pageFrom<T>(rows: readonly T[], limit: number, keyOf: (row: T) => string): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? keyOf(last) : null };
}

/** The page with each row turned into its object of the API. */
export function mapPage<T, U>(page: Page<T>, map: (row: T) => U): Page<U> {
  return { data: page.data.map(map), nextCursor: page.nextCursor };
}
