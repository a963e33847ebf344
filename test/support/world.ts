import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { ApiScope } from "../../schemas/api-keys.ts";
import { API_SCOPES } from "../../schemas/api-keys.ts";
import type { Plan } from "../../schemas/plans.ts";
import type { AdminScope, Role } from "../../schemas/users.ts";
import type { Actor } from "../../workers/core/actor.ts";
import { mintClickToken } from "../../workers/core/click-token.ts";
import { sha256Hex } from "../../workers/core/digest.ts";
import { postCommission } from "../../workers/modules/commissions/post-commission.ts";
import { api } from "../../workers/platform/api.ts";
import { type Context, createContext } from "../../workers/platform/context.ts";
import type { Env } from "../../workers/platform/env.ts";

let sequence = 0;
const unique = () => `${Date.now().toString(36)}${(sequence++).toString(36)}`;

/** A context of any actor, with a clock that may be moved; deferred work can be awaited. */
export function contextOf(actor: Actor, options: { now?: () => number } = {}): Context & { settled(): Promise<void> } {
  const deferred: Promise<unknown>[] = [];
  const ctx = createContext(env, (work) => deferred.push(work), { actor, ...options });
  return { ...ctx, settled: async () => void (await Promise.all(deferred)) };
}

export const systemContext = (options: { now?: () => number } = {}) =>
  contextOf({ role: "system", job: "test" }, options);

export interface TestUser {
  readonly id: string;
  readonly apiKey: string;
}

export async function addUser(
  role: Role,
  options: { scopes?: readonly ApiScope[]; adminScopes?: readonly AdminScope[] } = {},
): Promise<TestUser> {
  const ctx = systemContext();
  const id = ctx.newId("usr");
  const apiKey = `sk_test_${unique()}${"k".repeat(24)}`;
  await env.CORE_DB.batch([
    env.CORE_DB.prepare(
      "INSERT INTO users (id, role, email, display_name, scopes, created_at) VALUES (?, ?, ?, ?, ?, ?)",
    ).bind(id, role, `${unique()}@example.ma`, `Test ${role}`, JSON.stringify(options.adminScopes ?? []), ctx.now()),
    env.CORE_DB.prepare(
      "INSERT INTO api_keys (id, user_id, name, prefix, last_four, key_hash, scopes, created_at, last_used_at) VALUES (?, ?, 'test', 'sk_test_', ?, ?, ?, ?, ?)",
    ).bind(
      ctx.newId("key"),
      id,
      apiKey.slice(-4),
      await sha256Hex(apiKey),
      JSON.stringify(options.scopes ?? API_SCOPES),
      ctx.now(),
      ctx.now(),
    ),
  ]);
  return { id, apiKey };
}

export interface Programme {
  readonly merchant: TestUser;
  readonly influencer: TestUser;
  readonly productId: string;
  readonly requestId: string;
  readonly linkId: string;
  readonly linkNumber: number;
  readonly slug: string;
  readonly host: string;
  token(options?: { clickedAt?: number }): Promise<string>;
}

export interface ProgrammeTerms {
  readonly plan?: Plan;
  readonly rateBps?: number;
  readonly flatMinor?: number;
  readonly requestRateBps?: number;
  readonly attributionDays?: number;
  readonly holdDays?: number;
}

/** A merchant, an influencer, and one approved affiliation with a link: its own world for one test. */
export async function addProgramme(terms: ProgrammeTerms = {}): Promise<Programme> {
  const [merchant, influencer] = [await addUser("merchant"), await addUser("influencer")];
  const ctx = systemContext();
  const [productId, requestId, linkId, slug] = [ctx.newId("prd"), ctx.newId("req"), ctx.newId("lnk"), `s-${unique()}`];
  const now = ctx.now() - 60_000;
  const host = `${slug}.example`;
  const isFlat = terms.flatMinor !== undefined;
  const db = env.CORE_DB;
  await db.batch([
    db.prepare(
      "INSERT OR IGNORE INTO categories (id, name_fr, name_en, name_ar, position) VALUES ('cat_test', 'Mode', 'Fashion', 'أزياء', 1)",
    ),
    db
      .prepare("INSERT INTO user_subscriptions (user_id, plan, created_at, updated_at) VALUES (?, ?, ?, ?)")
      .bind(merchant.id, terms.plan ?? "FREE", now, now),
    db
      .prepare("INSERT INTO merchant_hosts (id, merchant_id, host, verified_at, created_at) VALUES (?, ?, ?, ?, ?)")
      .bind(ctx.newId("hst"), merchant.id, host, now, now),
    db
      .prepare(
        `INSERT INTO products (id, merchant_id, title_fr, title_ar, price_minor, commission_type, commission_rate_bps, commission_amount_minor,
          category_id, landing_url, hold_days, attribution_days, created_at, updated_at)
         VALUES (?, ?, 'Djellaba', 'جلابة', 45000, ?, ?, ?, 'cat_test', ?, ?, ?, ?, ?)`,
      )
      .bind(
        productId,
        merchant.id,
        isFlat ? "flat" : "rate",
        isFlat ? null : (terms.rateBps ?? 1500),
        terms.flatMinor ?? null,
        `https://${host}/djellaba`,
        terms.holdDays ?? null,
        terms.attributionDays ?? 30,
        now,
        now,
      ),
    db
      .prepare(
        "INSERT INTO affiliate_requests (id, product_id, influencer_id, state, rate_bps, created_at, decided_at) VALUES (?, ?, ?, 'approved', ?, ?, ?)",
      )
      .bind(requestId, productId, influencer.id, terms.requestRateBps ?? null, now, now),
    db
      .prepare(
        "INSERT INTO affiliate_links (id, slug, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .bind(linkId, slug, requestId, productId, influencer.id, merchant.id, `https://${host}/djellaba`, now, now),
  ]);
  const row = await db
    .prepare("SELECT number FROM affiliate_links WHERE id = ?")
    .bind(linkId)
    .first<{ number: number }>();
  const linkNumber = row?.number ?? 0;
  const token = async ({ clickedAt = Date.now() - 60_000 } = {}) =>
    mintClickToken((await ctx.secrets()).clickKeys, linkNumber, clickedAt, ctx.random(6));
  return { merchant, influencer, productId, requestId, linkId, linkNumber, slug, host, token };
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

interface CallOptions {
  readonly key?: string | undefined;
  readonly json?: unknown;
  readonly raw?: string;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** Other bindings than the tests' own. */
  readonly env?: Env;
}

/** One request to the API, through every middleware; work after the answer is waited for. */
export async function call<T = Record<string, unknown>>(
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const headers = new Headers(options.headers);
  if (options.key) headers.set("Authorization", `Bearer ${options.key}`);
  const text = options.raw ?? (options.json === undefined ? undefined : JSON.stringify(options.json));
  if (text !== undefined && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
  const request = new Request(`http://localhost:8787${path}`, {
    method,
    headers,
    ...(options.form ? { body: options.form } : text === undefined ? {} : { body: text }),
  });
  const executionCtx = createExecutionContext();
  const response = await api.fetch(request, options.env ?? env, executionCtx);
  const answered = await response.text();
  await waitOnExecutionContext(executionCtx);
  return {
    status: response.status,
    headers: response.headers,
    body: parsed<T>(/json/.test(response.headers.get("Content-Type") ?? "") ? answered : ""),
  };
}

// Tests say what they expect to read; a wrong expectation fails the assertion that follows.
function parsed<T>(text: string): T {
  return (text === "" ? {} : JSON.parse(text)) as T;
}

/** Does what the commissions queue does, at once. */
export function runCommissionQueue(conversionId: string): Promise<void> {
  return postCommission(systemContext(), conversionId);
}

/** The body of an order, unique to the test; its merchant is whoever posts it. */
export function order(more: Record<string, unknown> = {}): Record<string, unknown> {
  return { orderId: unique(), amountMinor: 45_000, currency: "MAD", payment: "cod", ...more };
}
