import { env } from "cloudflare:workers";
import type { Conversion } from "../../schemas/conversions.ts";
import type { FraudCase, FraudCaseDetail, FraudRule } from "../../schemas/fraud.ts";
import type { Page } from "../../schemas/page.ts";
import type { Problem } from "../../schemas/problem.ts";
import { retryLostRace } from "../../workers/db/commit.ts";
import { fraudReader } from "../../workers/modules/fraud/fraud-reader.ts";
import { weighRates } from "../../workers/modules/fraud/weigh-rates.ts";
import { readNews } from "../../workers/modules/outbox/read-news.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import {
  addUser,
  call,
  order,
  type Programme,
  type ProgrammeTerms,
  runCommissionQueue,
  systemContext,
  type TestUser,
} from "../support/world.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const WHY = "Le marchand confirme la commande";

/** Lets the fraud rules read everything that was committed so far. */
export const readFraudNews = () => retryLostRace(() => readNews(systemContext(), fraudReader));

/** News first, then the rates, as the crons do. */
export async function weigh(): Promise<void> {
  await readFraudNews();
  await retryLostRace(() => weighRates(systemContext()));
}

/** A number nobody else has, which looks as if somebody chose it. */
let sequence = Date.now() % 1_000_000;
export const newPhone = () => `06${String((sequence++ * 7919) % 100_000_000).padStart(8, "3")}`;

/** An order of the merchant by a click a quarter of an hour before; unless told, by a customer of its own. */
export async function placeOrder(programme: Programme, more: Record<string, unknown> = {}): Promise<Conversion> {
  const clickToken = await programme.token({ clickedAt: Date.now() - 15 * 60_000 });
  const json = order({ clickToken, ...more });
  const { body } = await call<Conversion>("POST", "/api/tracking/conversions", {
    key: programme.merchant.apiKey,
    json,
  });
  return body;
}

/** An order 1.2 seconds after its click; a token tells its moment in whole seconds. */
export async function placeTooFast(programme: Programme, more: Record<string, unknown> = {}): Promise<Conversion> {
  const at = Math.floor(Date.now() / 1000 - 60) * 1000;
  const clickToken = await programme.token({ clickedAt: at });
  return placeOrder(programme, { clickToken, occurredAt: new Date(at + 1_200).toISOString(), ...more });
}

export async function tell(programme: Programme, { id }: Conversion, status: string, at?: string): Promise<void> {
  await call("POST", `/api/tracking/conversions/${id}/events`, {
    key: programme.merchant.apiKey,
    json: { eventId: `${status}-${id}`, status, ...(at ? { occurredAt: at } : {}) },
  });
  await runCommissionQueue(id);
}

/** Gives the influencer's own account a phone, and the mark by which the rules know it. */
export async function givePhone(userId: string, phone: string): Promise<void> {
  await env.CORE_DB.prepare("UPDATE users SET phone = ? WHERE id = ?").bind(phone, userId).run();
}

/** Orders of the link that came to pass in the past, as many as their instants. */
export async function addPastOrders(
  programme: Programme,
  orders: readonly {
    readonly at: number;
    readonly by?: "click" | "coupon";
    readonly status?: string;
    readonly quality?: "mobile" | "other" | "invented";
  }[],
): Promise<string[]> {
  const ctx = systemContext();
  const rows = orders.map(({ at, by = "click", status = "placed", quality = "mobile" }) => {
    const id = ctx.newId("cnv");
    return { id, com: ctx.newId("com"), out: ctx.newId("out"), at, by, status, quality };
  });
  const { merchant, influencer, linkId, productId } = programme;
  await env.CORE_DB.batch([
    env.CORE_DB.prepare(
      `INSERT INTO conversions (id, merchant_id, order_id, status, payment, amount_minor, currency, base_minor, ordered_at,
        attributed_by, attribution_reason, link_id, influencer_id, product_id, rule, plan, fee_bps, phone_quality, created_at, updated_at)
       SELECT value ->> 'id', ?2, value ->> 'id', value ->> 'status', 'cod', 45000, 'MAD', 45000, value ->> 'at',
        value ->> 'by', 'click_valid', ?3, ?4, ?5, '{"type":"rate","rateBps":1500,"amountMinor":null,"source":"product","sourceId":"p"}',
        'FREE', 1000, value ->> 'quality', value ->> 'at', value ->> 'at' FROM json_each(?1)`,
    ).bind(JSON.stringify(rows), merchant.id, linkId, influencer.id, productId),
    env.CORE_DB.prepare(
      `INSERT INTO commissions (id, conversion_id, link_id, influencer_id, merchant_id, original_minor, original_fee_minor,
        amount_minor, fee_minor, vat_bps, vat_minor, created_at, updated_at)
       SELECT value ->> 'com', value ->> 'id', ?2, ?3, ?4, 6750, 4500, 6750, 4500, 2000, 900, value ->> 'at', value ->> 'at'
       FROM json_each(?1)`,
    ).bind(JSON.stringify(rows), linkId, influencer.id, merchant.id),
    env.CORE_DB.prepare(
      `INSERT INTO outbox (id, event, subject_id, created_at, attempts, next_attempt_at, done_at)
       SELECT value ->> 'out', 'conversion.changed', value ->> 'id', 1, 0, 1, 1 FROM json_each(?1)`,
    ).bind(JSON.stringify(rows)),
  ]);
  return rows.map(({ id }) => id);
}

/** Instants evenly between two times before now. */
export const spread = (count: number, fromMs: number, toMs: number) =>
  Array.from({ length: count }, (_, index) =>
    Math.round(Date.now() - fromMs + ((fromMs - toMs) * (index + 0.5)) / count),
  );

/** Human clicks of the link in the hours before now. */
export async function addClicks(
  { linkNumber }: Programme,
  hours: readonly { readonly ago: number; readonly human: number; readonly hosting?: number }[],
): Promise<void> {
  const now = Math.floor(Date.now() / HOUR_MS);
  const rows = hours.map(({ ago, human, hosting = 0 }) => [linkNumber, now - ago, human, hosting]);
  await env.CLICKS_DB.prepare(
    `INSERT INTO click_stats_hourly (link_number, hour, human, hosting)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1)`,
  )
    .bind(JSON.stringify(rows))
    .run();
}

export const addCompliance = () => addUser("admin", { adminScopes: ["compliance"] });

/** The influencer's own cases, newest first. */
export async function casesOf({ influencer }: Pick<Programme, "influencer">): Promise<readonly FraudCase[]> {
  const { body } = await call<Page<FraudCase>>("GET", "/api/tracking/fraud", { key: influencer.apiKey });
  return body.data;
}

/** The rules that hit in each of the influencer's cases. */
export async function rulesOf(programme: Pick<Programme, "influencer">): Promise<readonly (readonly FraudRule[])[]> {
  return (await casesOf(programme)).map(({ hits }) => hits.map(({ rule }) => rule));
}

/** The influencer's one case. */
export async function caseOf(programme: Pick<Programme, "influencer">): Promise<FraudCase> {
  const [only, ...others] = await casesOf(programme);
  if (!only || others.length > 0) throw new Error(`expected one case, found ${others.length + (only ? 1 : 0)}`);
  return only;
}

/** An order that trips a rule, and the case that it opened. */
export async function addCase(terms: ProgrammeTerms = {}) {
  const programme = await addOldProgramme(terms);
  const placed = await placeTooFast(programme);
  await readFraudNews();
  return { programme, placed, fraudCase: await caseOf(programme) };
}

export const decide = (admin: TestUser, id: string, decision: "cleared" | "rejected", headers = {}) =>
  call<FraudCaseDetail & Problem>("POST", `/api/admin/fraud/${id}/decide`, {
    key: admin.apiKey,
    json: { decision, reason: WHY },
    headers,
  });

export const appeal = ({ apiKey }: TestUser, id: string, message = "La page était déjà ouverte chez elle") =>
  call<FraudCase & Problem>("POST", `/api/tracking/fraud/${id}/appeal`, { key: apiKey, json: { message } });
