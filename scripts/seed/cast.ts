import { API_SCOPES, type ApiScope } from "../../schemas/api-keys.ts";
import { PLAN_TERMS } from "../../schemas/plans.ts";
import type { AdminScope, Locale, Role } from "../../schemas/users.ts";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { sha256Hex } from "../../workers/core/digest.ts";
import { commit, type Statement } from "../../workers/db/commit.ts";
import { insertRow } from "../../workers/db/insert-row.ts";
import { apiKeys } from "../../workers/modules/auth/tables.ts";
import { userQuotas, userSubscriptions } from "../../workers/modules/billing/tables.ts";
import { kycSubmissions } from "../../workers/modules/kyc/tables.ts";
import { socialMediaAccounts, socialMediaStats } from "../../workers/modules/social/tables.ts";
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
}

export interface Cast {
  readonly merchants: ReadonlyMap<string, Account>;
  readonly influencers: ReadonlyMap<string, Account>;
  readonly admin: Account;
}

const SCOPES: Readonly<Record<Role, readonly ApiScope[]>> = {
  merchant: API_SCOPES.filter((scope) => scope !== "admin:write"),
  influencer: ["conversions:read", "links:read", "links:write", "products:read", "payments:read", "analytics:read"],
  admin: ["admin:write"],
};
const STATS_WEEKS = 6;

/** Merchants, influencers and an admin, each with a key that exists nowhere else. */
export async function castPeople(stage: Stage): Promise<Cast> {
  const joinedAt = stage.nowMs - 60 * DAY_MS;
  const ctx = stage.system(joinedAt);
  const statements: Statement[] = [];
  const enter = async (
    role: Role,
    person: {
      name: string;
      email: string;
      locale?: Locale;
      handle?: string;
      isSuspended?: boolean;
      scopes?: readonly AdminScope[];
    },
  ) => {
    const account = { id: ctx.newId("usr"), role, name: person.name, email: person.email, apiKey: newApiKey() };
    statements.push(...(await accountRows(ctx, account, person, stage.nowMs)));
    return account;
  };
  const merchants = new Map<string, Account>();
  for (const merchant of MERCHANTS) {
    const account = await enter("merchant", merchant);
    merchants.set(merchant.key, account);
    statements.push(...planRows(ctx, account.id, merchant.plan));
  }
  const influencers = new Map<string, Account>();
  for (const influencer of INFLUENCERS) {
    const account = await enter("influencer", influencer);
    influencers.set(influencer.key, account);
    statements.push(...identityRows(stage, account.id, influencer));
  }
  const admin = await enter("admin", ADMIN);
  await commit(ctx, statements);
  return { merchants, influencers, admin };
}

// Keys are secrets even in a demo: they come from the machine's own chance, not from the story's.
function newApiKey(): string {
  const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const random = crypto.getRandomValues(new Uint8Array(32));
  return `sk_test_${Array.from(random, (byte) => letters.charAt(byte % letters.length)).join("")}`;
}

async function accountRows(
  ctx: Context,
  account: Account,
  person: { locale?: Locale; handle?: string; isSuspended?: boolean; scopes?: readonly AdminScope[] },
  nowMs: number,
): Promise<Statement[]> {
  const { id, role, name, email, apiKey } = account;
  const suspendedAt = person.isSuspended ? nowMs - 9 * DAY_MS : null;
  return [
    insertRow(users, {
      id,
      role,
      email,
      emailVerifiedAt: ctx.now(),
      displayName: name,
      handle: person.handle ?? null,
      locale: person.locale ?? "fr",
      state: suspendedAt === null ? "active" : "suspended",
      scopes: person.scopes ?? [],
      suspendedAt,
      createdAt: ctx.now(),
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

function planRows(ctx: Context, userId: string, plan: keyof typeof PLAN_TERMS): Statement[] {
  const [createdAt, updatedAt] = [ctx.now(), ctx.now()];
  return [
    insertRow(userSubscriptions, { userId, plan, state: "active", source: "manual", createdAt, updatedAt }),
    insertRow(userQuotas, { userId, quota: "products", maxCount: PLAN_TERMS[plan].productsMax, updatedAt }),
  ];
}

function identityRows(stage: Stage, userId: string, influencer: SeedInfluencer): Statement[] {
  const ctx = stage.system(stage.nowMs - 40 * DAY_MS);
  const rows: Statement[] = [];
  if (influencer.kyc) {
    const isDecided = influencer.kyc !== "submitted";
    rows.push(
      insertRow(kycSubmissions, {
        id: ctx.newId("kyc"),
        userId,
        state: influencer.kyc,
        reason: isDecided ? "Dossier de démonstration" : null,
        submittedAt: ctx.now(),
        decidedAt: isDecided ? ctx.now() + DAY_MS : null,
        expiresAt: influencer.kyc === "approved" ? stage.nowMs + 700 * DAY_MS : null,
        createdAt: ctx.now(),
      }),
    );
  }
  for (const [provider, username, followers] of influencer.accounts) {
    const accountId = ctx.newId("soc");
    rows.push(
      insertRow(socialMediaAccounts, {
        id: accountId,
        userId,
        provider,
        providerAccountId: `demo-${username}`,
        username,
        connectedAt: ctx.now(),
      }),
    );
    for (let week = 0; week < STATS_WEEKS; week++) {
      const day = Math.floor(stage.nowMs / DAY_MS) - 7 * (STATS_WEEKS - 1 - week);
      const grown = Math.round(followers * (1 - 0.012 * (STATS_WEEKS - 1 - week)));
      rows.push(
        insertRow(socialMediaStats, {
          accountId,
          day,
          followers: grown,
          posts: 180 + 3 * week,
          engagementBps: stage.chance.between(180, 620),
        }),
      );
    }
  }
  return rows;
}
