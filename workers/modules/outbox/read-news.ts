import { sql } from "drizzle-orm";
import { commit, guarded, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { getPosition, listNews, type News } from "./queries.ts";

const ROWS_AT_ONCE = 200;

export interface NewsReader {
  readonly name: string;
  /** What the rows mean to this reader; the statements are committed together with its new position. */
  read(ctx: Context, news: readonly News[]): Promise<readonly Statement[]>;
}

/**
 * Lets a reader go on in the outbox from where it stopped, in the order of the commits: what it writes is written once, with
 * its position. Another one that read on meanwhile makes this one's commit fail as a lost race: the other has done the work.
 * @throws Conflict `row.changed`
 */
export async function readNews(ctx: Context, { name, read }: NewsReader): Promise<void> {
  for (;;) {
    const { position, version } = await getPosition(ctx, name);
    const rows = await listNews(ctx, position, ROWS_AT_ONCE);
    const last = rows.at(-1);
    if (!last) return;
    const statements = await read(ctx, rows);
    const advance = guarded(sql`INSERT INTO news_readers (reader, position, version)
      VALUES (${name}, ${last.position}, ${version + 1})
      ON CONFLICT (reader) DO UPDATE SET position = excluded.position, version = excluded.version
      WHERE version = ${version}`);
    await commit(ctx, [...advance, ...statements]);
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
