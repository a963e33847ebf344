import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { commit } from "../../workers/db/commit.ts";
import type { News } from "../../workers/modules/outbox/queries.ts";
import { type NewsReader, readNews } from "../../workers/modules/outbox/read-news.ts";
import { isNews } from "../../workers/modules/outbox/rules.ts";
import { happened } from "../../workers/modules/outbox/statements.ts";
import { addUser, systemContext } from "../support/world.ts";

const subjectsOf = (news: readonly News[]) => news.map(({ subjectId }) => subjectId);

/** A reader that keeps what it read in the database too: one notification for each row. */
function keepingReader(name: string, userId: string) {
  const heard: string[] = [];
  const reader: NewsReader = {
    name,
    read: async (ctx, news) => {
      heard.push(...subjectsOf(news));
      return news.map(
        ({ subjectId }) =>
          sql`INSERT INTO notifications (id, user_id, kind, data, created_at)
            VALUES (${ctx.newId("ntf")}, ${userId}, ${name}, ${JSON.stringify({ subjectId })}, 1)`,
      );
    },
  };
  const kept = async () => {
    const rows = await systemContext()
      .db.d1.prepare("SELECT data ->> 'subjectId' AS subjectId FROM notifications WHERE kind = ? ORDER BY rowid")
      .bind(name)
      .all<{ subjectId: string }>();
    return rows.results.map(({ subjectId }) => subjectId);
  };
  return { reader, heard, kept };
}

describe("a reader of the news", () => {
  it("hears every row once and in the order of the commits, and goes on where it stopped", async () => {
    const ctx = systemContext();
    const { id } = await addUser("merchant");
    const { reader, kept } = keepingReader("in-order", id);
    await readNews(ctx, reader);
    const before = (await kept()).length;
    const subjects = Array.from({ length: 450 }, (_, index) => `cnv_${index}`);
    for (const part of [subjects.slice(0, 300), subjects.slice(300)]) {
      await commit(
        ctx,
        part.map((subject) => happened(ctx, "conversion.changed", subject)),
      );
      await readNews(ctx, reader);
    }
    await readNews(ctx, reader);
    expect((await kept()).slice(before)).toEqual(subjects);
  });

  it("keeps everything once when five of it run at once: those behind find the work done", async () => {
    const ctx = systemContext();
    const { id } = await addUser("merchant");
    const { reader, kept } = keepingReader("at-once", id);
    await readNews(ctx, reader);
    const before = (await kept()).length;
    await commit(
      ctx,
      ["a", "b", "c"].map((subject) => happened(ctx, "commission.earned", subject)),
    );
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => readNews(systemContext(), reader)));
    for (const end of ends) if (end.status === "rejected") expect(end.reason.code).toBe("row.changed");
    expect((await kept()).slice(before)).toEqual(["a", "b", "c"]);
  });

  it("loses nothing when what it does fails: the rows are read again", async () => {
    const ctx = systemContext();
    const { id } = await addUser("merchant");
    const { reader, kept } = keepingReader("failing", id);
    await readNews(ctx, reader);
    const before = (await kept()).length;
    await commit(ctx, [happened(ctx, "request.approved", "req_1")]);
    const failing: NewsReader = { name: reader.name, read: () => Promise.reject(new Error("not now")) };
    await expect(readNews(ctx, failing)).rejects.toThrow("not now");
    await readNews(ctx, reader);
    expect((await kept()).slice(before)).toEqual(["req_1"]);
  });

  it("is told at once of orders, commissions, payouts and requests, and by nobody of the rest", async () => {
    const told: string[] = [];
    const ctx = { ...systemContext(), nudge: (message: { kind: string }) => void told.push(message.kind) };
    await commit(ctx, [happened(ctx, "product.created", "prd_1"), happened(ctx, "session.opened", "ses_1")]);
    expect(told).toEqual([]);
    await commit(ctx, [happened(ctx, "conversion.placed", "cnv_1")]);
    expect(told).toEqual(["news.due"]);
  });
});

describe("news that readers hear of at once", () => {
  it("are what becomes of orders and requests, and that somebody is suspended or gone", () => {
    const events = ["conversion.changed", "touch.contested", "user.suspended", "user.deleted"] as const;
    expect(events.filter(isNews)).toEqual(events);
    expect((["commission.due", "user.changed", "user.registered"] as const).filter(isNews)).toEqual([]);
  });
});
