import type { Locale } from "../../../schemas/users.ts";
import { DAY_MS } from "../../core/calendar.ts";
import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail, queueMails } from "../mail/statements.ts";
import { notify, notifyEach } from "../users/statements.ts";

interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** When a case of the reader was last opened, before those of this commit. */
  readonly lastOpenedAt: number | null;
}

const READERS = `SELECT u.id, u.display_name AS name, u.email, u.locale,
    (SELECT max(f.opened_at) FROM fraud_cases f WHERE f.influencer_id = u.id) AS lastOpenedAt
  FROM json_each(?1) CROSS JOIN users u ON u.id = json_each.value WHERE u.deleted_at IS NULL`;

async function listReaders(ctx: Context, userIds: readonly string[]): Promise<Reader[]> {
  const { results } = await ctx.db.d1.prepare(READERS).bind(JSON.stringify(userIds)).all<Reader>();
  return results;
}

const letterTo = (ctx: Context, { id, name, email, locale }: Reader) => ({
  to: email,
  userId: id,
  locale,
  values: { name, url: `${ctx.config.APP_URL}/influencer/checks` },
});

/** Tells influencers in the app of each new case, and by e-mail once a day at most: ten orders of one day are one letter. */
export async function tellHeld(
  ctx: Context,
  cases: readonly { readonly id: string; readonly influencerId: string }[],
): Promise<Statement[]> {
  if (cases.length === 0) return [];
  const readers = await listReaders(ctx, [...new Set(cases.map(({ influencerId }) => influencerId))]);
  const told = cases
    .filter(({ influencerId }) => readers.some(({ id }) => id === influencerId))
    .map(({ id, influencerId }) => ({ userId: influencerId, data: { caseId: id } }));
  const due = readers.filter(({ lastOpenedAt }) => lastOpenedAt === null || ctx.now() - lastOpenedAt > DAY_MS);
  const drafts = due.map((reader) => ({ template: "fraud_held" as const, ...letterTo(ctx, reader) }));
  return [...notifyEach(ctx, "fraud.held", told), ...(await queueMails(ctx, drafts))];
}

/** Tells the influencer what a person decided and why, in the app and by e-mail. */
export async function tellDecided(
  ctx: Context,
  { id, influencerId }: { readonly id: string; readonly influencerId: string },
  decision: "cleared" | "rejected",
  why: string,
): Promise<Statement[]> {
  const [reader] = await listReaders(ctx, [influencerId]);
  if (!reader) return [];
  const letter = letterTo(ctx, reader);
  return [
    notify(ctx, influencerId, "fraud.decided", { caseId: id, decision }),
    await queueMail(ctx, { template: "fraud_decided", ...letter, values: { ...letter.values, decision, why } }),
  ];
}
