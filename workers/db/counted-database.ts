/** What a request asked of its databases: statements, and the milliseconds it waited for them. */
export interface QueryTally {
  count: number;
  durationMs: number;
}

/** The database, with every statement that is run counted in the tally. Costs an object per statement and no promise. */
export function countQueries(database: D1Database, tally: QueryTally): D1Database {
  return new CountedDatabase(database, tally);
}

class CountedDatabase implements D1Database {
  readonly #native: D1Database;
  readonly #tally: QueryTally;

  constructor(native: D1Database, tally: QueryTally) {
    this.#native = native;
    this.#tally = tally;
  }

  prepare(query: string): D1PreparedStatement {
    return new CountedStatement(this.#native.prepare(query), this.#tally);
  }

  batch<T = unknown>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> {
    return counted(this.#tally, statements.length, () => this.#native.batch<T>(statements.map(nativeOf)));
  }

  exec(query: string): Promise<D1ExecResult> {
    return counted(this.#tally, 1, () => this.#native.exec(query));
  }

  withSession(constraintOrBookmark?: D1SessionBookmark | D1SessionConstraint): D1DatabaseSession {
    return this.#native.withSession(constraintOrBookmark);
  }

  dump(): Promise<ArrayBuffer> {
    return this.#native.dump();
  }
}

class CountedStatement implements D1PreparedStatement {
  readonly native: D1PreparedStatement;
  readonly #tally: QueryTally;

  constructor(native: D1PreparedStatement, tally: QueryTally) {
    this.native = native;
    this.#tally = tally;
  }

  bind(...values: unknown[]): D1PreparedStatement {
    return new CountedStatement(this.native.bind(...values), this.#tally);
  }

  first<T = unknown>(colName: string): Promise<T | null>;
  first<T = Record<string, unknown>>(): Promise<T | null>;
  first<T>(colName?: string): Promise<T | null> {
    const { native } = this;
    return counted(this.#tally, 1, () => (colName === undefined ? native.first<T>() : native.first<T>(colName)));
  }

  run<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return counted(this.#tally, 1, () => this.native.run<T>());
  }

  all<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return counted(this.#tally, 1, () => this.native.all<T>());
  }

  raw<T = unknown[]>(options: { columnNames: true }): Promise<[string[], ...T[]]>;
  raw<T = unknown[]>(options?: { columnNames?: false }): Promise<T[]>;
  raw<T>(options?: { columnNames?: boolean }): Promise<T[] | [string[], ...T[]]> {
    const { native } = this;
    return counted<T[] | [string[], ...T[]]>(this.#tally, 1, () =>
      options?.columnNames ? native.raw<T>({ columnNames: true }) : native.raw<T>(),
    );
  }
}

// D1 itself takes only statements of its own making.
function nativeOf(statement: D1PreparedStatement): D1PreparedStatement {
  return statement instanceof CountedStatement ? statement.native : statement;
}

async function counted<T>(tally: QueryTally, statements: number, ask: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  tally.count += statements;
  try {
    return await ask();
  } finally {
    tally.durationMs += Date.now() - startedAt;
  }
}
