import { Secret } from "otpauth";
import { type ApiScope, SCOPES_OF } from "../../schemas/api-keys.ts";
import type { AdminScope, Locale, Role } from "../../schemas/users.ts";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { sha256Hex } from "../../workers/core/digest.ts";
import { seal } from "../../workers/core/seal.ts";
import { commit, type Statement } from "../../workers/db/commit.ts";
import { insertRow } from "../../workers/db/insert-row.ts";
import { DEMO_PASSWORD, DEMO_PASSWORD_HASH } from "../../workers/modules/auth/demo-password.ts";
import { TOTP_PURPOSE } from "../../workers/modules/auth/second-factor.ts";
import { apiKeys } from "../../workers/modules/auth/tables.ts";
import { setPlan } from "../../workers/modules/billing/set-plan.ts";
import { decideKyc } from "../../workers/modules/kyc/decide-kyc.ts";
import { kycSubmissions } from "../../workers/modules/kyc/tables.ts";
import { socialMediaAccounts, socialMediaStats } from "../../workers/modules/social/tables.ts";
import { changeUser } from "../../workers/modules/users/statements.ts";
import { users } from "../../workers/modules/users/tables.ts";
import type { Context } from "../../workers/platform/context.ts";
import { ADMIN, INFLUENCERS, MERCHANTS, type SeedInfluencer } from "./data-people.ts";
import type { Stage } from "./stage.ts";

export interface Account {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly apiKey: string;
  readonly password: string;
}

export interface Cast {
  readonly merchants: ReadonlyMap<string, Account>;
  readonly influencers: ReadonlyMap<string, Account>;
  readonly admin: Account & { readonly totpSecret: string };
}

interface Person {
  readonly name: string;
  readonly email: string;
  readonly locale?: Locale;
  readonly handle?: string;
  readonly phone?: string;
  readonly scopes?: readonly AdminScope[];
}

const JOINED_DAYS = 60;
const IDENTIFIED_DAYS = 50;
const STATS_WEEKS = 6;
const WEEKLY_GROWTH = 0.012;
const SCOPES: Readonly<Record<Role, readonly ApiScope[]>> = {
  ...SCOPES_OF,
  admin: ["admin:write"],
};

/** The account of a key in the story. */
export function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the story names ${key}, who is not in it`);
  return found;
}

/** Merchants, influencers and an admin, each with a key that exists nowhere else; plans and identities as the admin set them. */
export async function castPeople(stage: Stage): Promise<Cast> {
  const ctx = stage.system(stage.nowMs - JOINED_DAYS * DAY_MS);
  const statements: Statement[] = [];
  const enter = async (role: Role, person: Person) => {
    const account = {
      id: ctx.newId("usr"),
      role,
      name: person.name,
      email: person.email,
      apiKey: newApiKey(),
      password: DEMO_PASSWORD,
    };
    statements.push(...(await accountRows(ctx, account, person)));
    return account;
  };
  const merchants = new Map<string, Account>();
  for (const merchant of MERCHANTS) merchants.set(merchant.key, await enter("merchant", merchant));
  const influencers = new Map<string, Account>();
  for (const influencer of INFLUENCERS) {
    const account = await enter("influencer", influencer);
    influencers.set(influencer.key, account);
    statements.push(...identityRows(stage, account.id, influencer), ...socialRows(stage, account.id, influencer));
  }
  const admin = { ...(await enter("admin", ADMIN)), totpSecret: newTotpSecret() };
  await commit(ctx, [...statements, ...(await secondFactorRows(ctx, admin))]);
  const cast = { merchants, influencers, admin };
  await choosePlans(stage, cast);
  await decideIdentities(stage, cast);
  return cast;
}

// Keys are secrets even in a demo: they come from the machine's own chance, not from the story's.
function newApiKey(): string {
  const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const random = crypto.getRandomValues(new Uint8Array(32));
  return `sk_test_${Array.from(random, (byte) => letters.charAt(byte % letters.length)).join("")}`;
}

const newTotpSecret = () => new Secret({ buffer: crypto.getRandomValues(new Uint8Array(20)).buffer }).base32;

// In a list: awaiting a builder alone would run it.
async function secondFactorRows(ctx: Context, { id, totpSecret }: Cast["admin"]): Promise<Statement[]> {
  const { sealKeys } = await ctx.secrets();
  const totpSealed = await seal(sealKeys, TOTP_PURPOSE, totpSecret, ctx.random(12));
  return [changeUser(ctx, id, { totpSealed, totpEnabledAt: ctx.now() })];
}

async function accountRows(ctx: Context, account: Account, person: Person): Promise<Statement[]> {
  const { id, role, name, email, apiKey } = account;
  return [
    insertRow(users, {
      id,
      role,
      email,
      emailVerifiedAt: ctx.now(),
      displayName: name,
      handle: person.handle ?? null,
      phone: person.phone ?? null,
      locale: person.locale ?? "fr",
      scopes: person.scopes ?? [],
      createdAt: ctx.now(),
      passwordHash: DEMO_PASSWORD_HASH,
      passwordChangedAt: ctx.now(),
    }),
    insertRow(apiKeys, {
      id: ctx.newId("key"),
      userId: id,
      name: "Démonstration",
      prefix: "sk_test_",
      lastFour: apiKey.slice(-4),
      keyHash: await sha256Hex(apiKey),
      scopes: SCOPES[role],
      createdAt: ctx.now(),
    }),
  ];
}

async function choosePlans(stage: Stage, { merchants, admin }: Cast): Promise<void> {
  for (const { key, plan, planBefore } of MERCHANTS) {
    const ctx = stage.admin(admin.id, stage.nowMs - JOINED_DAYS * DAY_MS);
    await setPlan(ctx, known(merchants, key).id, { plan: planBefore ?? plan, reason: "Inscription" });
  }
}

async function decideIdentities(stage: Stage, { influencers, admin }: Cast): Promise<void> {
  for (const { key, kyc } of INFLUENCERS) {
    if (kyc === null || kyc.decision === null) continue;
    const ctx = stage.admin(admin.id, stage.nowMs - (IDENTIFIED_DAYS - 1) * DAY_MS);
    const { decision, reason } = kyc;
    const expiresAt = new Date(stage.nowMs + 700 * DAY_MS).toISOString();
    const input = decision === "approved" ? { decision, reason, expiresAt } : { decision, reason };
    await decideKyc(ctx, known(influencers, key).id, input);
  }
}

function identityRows(stage: Stage, userId: string, { kyc }: SeedInfluencer): Statement[] {
  if (kyc === null) return [];
  const ctx = stage.system(stage.nowMs - IDENTIFIED_DAYS * DAY_MS);
  const [submittedAt, createdAt] = [ctx.now(), ctx.now()];
  return [insertRow(kycSubmissions, { id: ctx.newId("kyc"), userId, state: "submitted", submittedAt, createdAt })];
}

function socialRows(stage: Stage, userId: string, { accounts }: SeedInfluencer): Statement[] {
  const ctx = stage.system(stage.nowMs - IDENTIFIED_DAYS * DAY_MS);
  const today = Math.floor(stage.nowMs / DAY_MS);
  return accounts.flatMap(([provider, username, followers]) => {
    const accountId = ctx.newId("soc");
    const providerAccountId = `demo-${username}`;
    const connectedAt = ctx.now();
    const account = { id: accountId, userId, provider, providerAccountId, username, connectedAt };
    const stats = Array.from({ length: STATS_WEEKS }, (_, week) => {
      const weeksAgo = STATS_WEEKS - 1 - week;
      return insertRow(socialMediaStats, {
        accountId,
        day: today - 7 * weeksAgo,
        followers: Math.round(followers * (1 - WEEKLY_GROWTH * weeksAgo)),
        posts: 180 + 3 * week,
        engagementBps: stage.chance.between(180, 620),
      });
    });
    return [insertRow(socialMediaAccounts, account), ...stats];
  });
}
