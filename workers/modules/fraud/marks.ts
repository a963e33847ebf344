import { sql } from "drizzle-orm";
import { moroccanPhone, plainDigits } from "../../../schemas/text.ts";
import { tagHex } from "../../core/mac.ts";
import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { MarkKind } from "./tables.ts";

export interface Mark {
  readonly userId: string;
  readonly kind: MarkKind;
  readonly mark: string;
}

interface Person {
  readonly id: string;
  readonly email: string;
  readonly phone: string | null;
}

const DOTLESS = new Set(["gmail.com", "googlemail.com"]);

/** The mailbox an address leads to: what follows a plus sign is the owner's own, and Gmail reads no dots. */
function mailboxOf(email: string): string {
  const [name = "", domain = ""] = email.trim().toLowerCase().split("@");
  const bare = name.replace(/\+.*$/, "");
  return DOTLESS.has(domain) ? `${bare.replaceAll(".", "")}@gmail.com` : `${bare}@${domain}`;
}

/** Keyed hashes of an account's own phone and e-mail, as customers' are hashed at intake, and of the mailbox behind it. */
async function marksOf(ctx: Context, people: readonly Person[]): Promise<Mark[]> {
  const { hashKey } = await ctx.secrets();
  return people.flatMap(({ id: userId, email, phone }) => {
    const number = phone ? (moroccanPhone(phone) ?? plainDigits(phone).trim()) : "";
    const address = email.trim().toLowerCase();
    const mark = (kind: MarkKind, text: string): Mark => ({ userId, kind, mark: tagHex(hashKey, `${kind}:${text}`) });
    return [
      mark("email", address),
      mark("mailbox", mailboxOf(address)),
      ...(number === "" ? [] : [mark("phone", number)]),
    ];
  });
}

const PEOPLE = `SELECT u.id, u.email, u.phone FROM json_each(?1) CROSS JOIN users u ON u.id = json_each.value
  WHERE u.role = 'influencer' AND u.deleted_at IS NULL`;

const KEPT = `SELECT m.kind, m.mark, m.user_id AS userId FROM json_each(?1) CROSS JOIN fraud_marks m
  ON m.user_id = json_each.value WHERE m.kind IN ('rib', 'identity')`;

/** The marks of those of the users who are influencers now: what their account says, and what payouts and KYC have kept. */
export async function readMarks(ctx: Context, userIds: readonly string[]): Promise<Mark[]> {
  if (userIds.length === 0) return [];
  const ids = JSON.stringify(userIds);
  const [people, kept] = await Promise.all([
    ctx.db.d1.prepare(PEOPLE).bind(ids).all<Person>(),
    ctx.db.d1.prepare(KEPT).bind(ids).all<Mark>(),
  ]);
  return [...(await marksOf(ctx, people.results)), ...kept.results];
}

/** Keeps the marks that were read of the users, and no others of the kinds that an account says itself. */
export function keepMarks(userIds: readonly string[], marks: readonly Mark[]): Statement[] {
  if (userIds.length === 0) return [];
  const rows = JSON.stringify(marks.map(({ kind, mark, userId }) => [kind, mark, userId]));
  return [
    sql`DELETE FROM fraud_marks WHERE user_id IN (SELECT value FROM json_each(${JSON.stringify(userIds)}))
      AND kind IN ('phone', 'email', 'mailbox')
      AND (kind, mark, user_id) NOT IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${rows}))`,
    sql`INSERT OR IGNORE INTO fraud_marks (kind, mark, user_id)
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${rows})`,
  ];
}

interface Account {
  readonly userId: string;
  readonly createdAt: number;
}

/** Accounts that are one person's by their marks, the later one beside the first, with the kinds of marks they share. */
export interface SamePerson {
  readonly influencerId: string;
  readonly firstId: string;
  readonly same: readonly MarkKind[];
}

const SHARED = `SELECT m.kind, m.mark, m.user_id AS userId, u.created_at AS createdAt
  FROM json_each(?1) CROSS JOIN fraud_marks m ON m.kind = value ->> 0 AND m.mark = value ->> 1
  CROSS JOIN users u ON u.id = m.user_id WHERE u.role = 'influencer' AND u.deleted_at IS NULL LIMIT 1000`;
const CREATED = `SELECT u.id AS userId, u.created_at AS createdAt FROM json_each(?1) CROSS JOIN users u ON u.id = json_each.value`;

/** Which of the accounts with these marks are somebody's second. An e-mail is one account's already; its mailbox is not. */
export async function listSamePeople(ctx: Context, marks: readonly Mark[]): Promise<SamePerson[]> {
  const telling = marks.filter(({ kind }) => kind !== "email");
  if (telling.length === 0) return [];
  const [shared, created] = await Promise.all([
    ctx.db.d1
      .prepare(SHARED)
      .bind(JSON.stringify(telling.map(({ kind, mark }) => [kind, mark])))
      .all<Mark & Account>(),
    ctx.db.d1
      .prepare(CREATED)
      .bind(JSON.stringify([...new Set(telling.map(({ userId }) => userId))]))
      .all<Account>(),
  ]);
  const createdAt = new Map([...created.results, ...shared.results].map((row) => [row.userId, row.createdAt]));
  return samePeople([...telling, ...shared.results], (userId) => createdAt.get(userId) ?? 0);
}

/** Everybody but the first account of each mark, once for each pair. */
function samePeople(marks: readonly Mark[], createdAt: (userId: string) => number): SamePerson[] {
  const owners = new Map<string, { kind: MarkKind; userIds: Set<string> }>();
  for (const { kind, mark, userId } of marks) {
    const of = owners.get(`${kind}:${mark}`) ?? { kind, userIds: new Set<string>() };
    of.userIds.add(userId);
    owners.set(`${kind}:${mark}`, of);
  }
  const pairs = new Map<string, { influencerId: string; firstId: string; same: Set<MarkKind> }>();
  for (const { kind, userIds } of owners.values()) {
    const [firstId, ...later] = [...userIds].sort((a, b) => createdAt(a) - createdAt(b) || (a < b ? -1 : 1));
    for (const influencerId of later) {
      if (firstId === undefined) continue;
      const pair = pairs.get(`${influencerId} ${firstId}`) ?? { influencerId, firstId, same: new Set<MarkKind>() };
      pair.same.add(kind);
      pairs.set(`${influencerId} ${firstId}`, pair);
    }
  }
  return [...pairs.values()].map(({ influencerId, firstId, same }) => ({ influencerId, firstId, same: [...same] }));
}
