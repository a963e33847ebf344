import { drizzle } from "drizzle-orm/d1";

/** The core database, twice: `orm` for reads and for building statements, `d1` for what Drizzle cannot say. */
export interface CoreDb {
  readonly d1: D1Database;
  readonly orm: ReturnType<typeof drizzle>;
}

export function openCoreDb(d1: D1Database): CoreDb {
  let orm: CoreDb["orm"] | undefined;
  return {
    d1,
    // Each request opens its own, and order intake never asks for it.
    get orm() {
      orm ??= drizzle(d1);
      return orm;
    },
  };
}
