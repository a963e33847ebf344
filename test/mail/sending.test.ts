import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { forgetOldRows } from "../../workers/crons/forget-old-rows.ts";
import { resendMails } from "../../workers/crons/resend-mails.ts";
import { commit } from "../../workers/db/commit.ts";
import { MAIL_MOVES } from "../../workers/modules/mail/rules.ts";
import { sendMail } from "../../workers/modules/mail/send-mail.ts";
import { queueMail } from "../../workers/modules/mail/statements.ts";
import { MAIL_STATES } from "../../workers/modules/mail/tables.ts";
import type { Context, Nudge } from "../../workers/platform/context.ts";
import { consumeMail } from "../../workers/queues/mail.ts";
import { EmailFailure, type EmailMessage, type EmailTransport } from "../../workers/vendors/email/email-transport.ts";
import { systemContext } from "../support/world.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SECRET_URL = "https://app.example.ma/verify?token=very-secret-token";

/** A transport that notes what it was given and fails as told. */
function noting(failures: (EmailFailure | Error)[] = [], keepsContent = false) {
  const messages: EmailMessage[] = [];
  const email: EmailTransport = {
    keepsContent,
    send: async (message) => {
      messages.push(message);
      const failure = failures.shift();
      if (failure) throw failure;
    },
  };
  return { email, messages };
}

function world(email: EmailTransport, afterMs = 0): Context & { readonly nudges: Nudge[] } {
  const nudges: Nudge[] = [];
  const ctx = systemContext({ now: () => Date.now() + afterMs });
  return {
    ...ctx,
    vendors: { ...ctx.vendors, email },
    log: () => {},
    nudge: (message) => void nudges.push(message),
    nudges,
  };
}

async function queued(ctx: Context, to = "amina@example.ma"): Promise<string> {
  const values = { name: "Amina", url: SECRET_URL };
  const statement = await queueMail(ctx, { to, userId: null, locale: "fr", template: "verify_email", values });
  await commit(ctx, [statement]);
  if (statement.nudge.kind !== "mail.due") throw new Error("the mail queue was not nudged");
  return statement.nudge.mailId;
}

const rowOf = (id: string) =>
  env.CORE_DB.prepare("SELECT * FROM mails WHERE id = ?").bind(id).first<Record<string, string | number | null>>();
const countOf = async (table: "audit_log" | "outbox", column: "action" | "event", name: string, id: string) =>
  (
    await env.CORE_DB.prepare(`SELECT count(*) AS rows FROM ${table} WHERE ${column} = ? AND subject_id = ?`)
      .bind(name, id)
      .first<{ rows: number }>()
  )?.rows;

describe("a queued mail", () => {
  it("nudges the mail queue with its id once its commit is made", async () => {
    const ctx = world(noting().email);
    const id = await queued(ctx);
    expect(ctx.nudges).toEqual([{ kind: "mail.due", mailId: id }]);
    expect(await rowOf(id)).toMatchObject({ state: "queued", attempts: 0, template: "verify_email", locale: "fr" });
  });

  it("lies sealed in the database: neither address, name nor link in clear", async () => {
    const row = JSON.stringify(await rowOf(await queued(world(noting().email), "sealed@example.ma")));
    expect(row).not.toMatch(/sealed@example\.ma|Amina|very-secret-token/);
  });

  it("leaves once, in its language, to its recipient", async () => {
    const { email, messages } = noting();
    const ctx = world(email);
    const id = await queued(ctx);
    await sendMail(ctx, id);
    expect(messages).toMatchObject([
      { id, to: "amina@example.ma", locale: "fr", subject: "Confirmez votre adresse e-mail" },
    ]);
    expect(messages[0]?.text).toContain(SECRET_URL);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 1, last_error: null });
    expect(await countOf("audit_log", "action", "mail.sent", id)).toBe(1);
    expect(await countOf("outbox", "event", "mail.sent", id)).toBe(1);
  });

  it("leaves once when its message comes twice, one after the other or at the same time", async () => {
    const { email, messages } = noting();
    const ctx = world(email);
    const id = await queued(ctx);
    await Promise.all([sendMail(ctx, id), sendMail(ctx, id), sendMail(ctx, id)]);
    await sendMail(ctx, id);
    expect(messages).toHaveLength(1);
  });

  it("is forgotten when it has left: only the row stays", async () => {
    const ctx = world(noting().email);
    const id = await queued(ctx);
    await sendMail(ctx, id);
    expect(await rowOf(id)).toMatchObject({ state: "sent", recipient_sealed: null, values_sealed: null });
  });

  it("that was captured is forgotten after seven days, and its row deleted after ninety", async () => {
    const ctx = world(noting([], true).email);
    const [sent, waiting] = [await queued(ctx), await queued(ctx)];
    await sendMail(ctx, sent);
    await forgetOldRows(systemContext({ now: () => Date.now() + 6 * DAY_MS }));
    expect((await rowOf(sent))?.values_sealed).not.toBeNull();
    await forgetOldRows(systemContext({ now: () => Date.now() + 8 * DAY_MS }));
    expect(await rowOf(sent)).toMatchObject({ recipient_sealed: null, values_sealed: null });
    expect((await rowOf(waiting))?.values_sealed).not.toBeNull();
    await forgetOldRows(systemContext({ now: () => Date.now() + 91 * DAY_MS }));
    expect([await rowOf(sent), (await rowOf(waiting))?.state]).toEqual([null, "queued"]);
  });
});

describe("a mail that does not leave", () => {
  it("waits longer from attempt to attempt and leaves when the server is back", async () => {
    const { email, messages } = noting([new EmailFailure("unreachable"), new EmailFailure("try_later")]);
    const id = await queued(world(email));
    await sendMail(world(email), id);
    expect(await rowOf(id)).toMatchObject({ state: "queued", attempts: 1, last_error: "unreachable" });
    await sendMail(world(email, 30_000), id);
    expect(messages).toHaveLength(1);
    await sendMail(world(email, 1.1 * MINUTE_MS), id);
    await sendMail(world(email, 2 * MINUTE_MS), id);
    expect(messages).toHaveLength(2);
    await sendMail(world(email, 4 * MINUTE_MS), id);
    expect(messages).toHaveLength(3);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 3, last_error: null });
  });

  it("is given up after eight attempts, and says so in the audit log and the outbox", async () => {
    const { email, messages } = noting(Array.from({ length: 20 }, () => new EmailFailure("timed_out")));
    const id = await queued(world(email));
    for (let day = 0; day < 12; day++) await sendMail(world(email, day * DAY_MS), id);
    expect(messages).toHaveLength(8);
    expect(await rowOf(id)).toMatchObject({ state: "failed", attempts: 8, last_error: "timed_out", sent_at: null });
    expect(await countOf("audit_log", "action", "mail.failed", id)).toBe(1);
    expect(await countOf("outbox", "event", "mail.failed", id)).toBe(1);
  });

  it("because there is no such recipient is given up at once", async () => {
    const { email, messages } = noting([new EmailFailure("recipient_refused")]);
    const id = await queued(world(email));
    await sendMail(world(email), id);
    await sendMail(world(email, DAY_MS), id);
    expect(messages).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: "failed", last_error: "recipient_refused" });
  });

  it("tells the log its id and a code, never address, name or link", async () => {
    const { email } = noting([new EmailFailure("unreachable")]);
    const lines: string[] = [];
    const log: Context["log"] = (...line) => void lines.push(JSON.stringify(line));
    const id = await queued(world(email));
    await sendMail({ ...world(email), log }, id);
    expect(lines).toEqual([expect.stringContaining('"code":"unreachable"')]);
    expect(lines.join()).not.toMatch(/example|Amina|token/);
  });

  it("because we broke amid sending is taken up again when its claim ends, not before", async () => {
    const { email, messages } = noting([new Error("isolate gone")]);
    const id = await queued(world(email));
    await expect(sendMail(world(email), id)).rejects.toThrow("isolate gone");
    await sendMail(world(email, 4 * MINUTE_MS), id);
    expect(messages).toHaveLength(1);
    await sendMail(world(email, 5.1 * MINUTE_MS), id);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("is named to the queue again by the cron, when it is due", async () => {
    const { email } = noting([new EmailFailure("unreachable")]);
    const [lost, failed] = [await queued(world(email)), await queued(world(email))];
    await sendMail(world(email), failed);
    const named = async (afterMs: number) => {
      const ctx = world(email, afterMs);
      await resendMails(ctx);
      return ctx.nudges.flatMap((nudge) => (nudge.kind === "mail.due" ? [nudge.mailId] : []));
    };
    expect(await named(1_000)).toContain(lost);
    expect(await named(1_000)).not.toContain(failed);
    expect(await named(2 * MINUTE_MS)).toEqual(expect.arrayContaining([lost, failed]));
  });
});

describe("the mail queue", () => {
  const message = (body: unknown) => {
    const ends: string[] = [];
    return {
      ends,
      id: "m",
      timestamp: new Date(),
      attempts: 1,
      body,
      ack: () => void ends.push("ack"),
      retry: () => void ends.push("retry"),
    };
  };
  const batchOf = (...messages: ReturnType<typeof message>[]): MessageBatch => ({
    queue: "mail",
    messages,
    metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
    ackAll() {},
    retryAll() {},
  });

  it("acknowledges a mail that left and one that waits in its row, and gives back what it cannot handle", async () => {
    const { email } = noting([new EmailFailure("unreachable")]);
    const ctx = world(email);
    const [waits, leaves] = [
      message({ kind: "mail.due", mailId: await queued(ctx) }),
      message({ kind: "mail.due", mailId: await queued(ctx) }),
    ];
    const [unknown, unreadable] = [message({ kind: "mail.due", mailId: "mai_unknown" }), message({ kind: "hello" })];
    await consumeMail(ctx, batchOf(waits, leaves, unknown, unreadable));
    expect([waits, leaves, unknown, unreadable].map(({ ends }) => ends)).toEqual([
      ["ack"],
      ["ack"],
      ["retry"],
      ["retry"],
    ]);
  });
});

describe("the states of a mail", () => {
  it("move as the rules say, and the database refuses every other move", async () => {
    const ctx = world(noting().email);
    for (const from of MAIL_STATES)
      for (const to of MAIL_STATES.filter((state) => state !== from)) {
        const id = await queued(ctx);
        const move = (state: string) =>
          env.CORE_DB.prepare("UPDATE mails SET state = ?1, sent_at = iif(?1 = 'sent', 1, NULL) WHERE id = ?2")
            .bind(state, id)
            .run();
        if (from !== "queued") await move(from);
        const isMoved = await move(to).then(
          () => true,
          () => false,
        );
        expect([from, to, isMoved]).toEqual([from, to, MAIL_MOVES[from].includes(to)]);
      }
  });
});
