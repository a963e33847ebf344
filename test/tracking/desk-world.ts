import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect } from "vitest";
import type { Conversion, ConversionWithOutcome } from "../../schemas/conversions.ts";
import { api } from "../../workers/platform/api.ts";
import { visitorOf } from "../support/signed-in.ts";
import { ORIGIN, type Visitor } from "../support/visitor.ts";
import {
  type Answer,
  addProgramme,
  call,
  order,
  type Programme,
  type ProgrammeTerms,
  runCommissionQueue,
} from "../support/world.ts";

export interface Desk {
  readonly programme: Programme;
  /** The merchant, signed in. */
  readonly merchant: Visitor;
  readonly influencer: Visitor;
  /** An order brought by the programme's link, its events on the desk. */
  place(more?: Record<string, unknown>): Promise<PlacedOrder>;
}

export interface PlacedOrder {
  readonly id: string;
  readonly orderId: string;
  /** Tells an event as the person at the desk, and lets the commissions queue run. */
  tell(event: Record<string, unknown>): Promise<Answer<ConversionWithOutcome>>;
  read(): Promise<Conversion>;
}

let events = 0;

/** A merchant at the order desk, and the influencer whose link brings the orders. */
export async function addDesk(terms: ProgrammeTerms = {}): Promise<Desk> {
  const programme = await addProgramme(terms);
  const [merchant, influencer] = [await visitorOf(programme.merchant.id), await visitorOf(programme.influencer.id)];
  const place = async (more: Record<string, unknown> = {}) => {
    const json = order({ clickToken: await programme.token({ clickedAt: Date.now() - 200 * 60_000 }), ...more });
    const placed = await call<Conversion>("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json,
    });
    expect(placed.status).toBe(201);
    const path = `/api/tracking/conversions/${placed.body.id}`;
    return {
      id: placed.body.id,
      orderId: String(json.orderId),
      tell: async (event: Record<string, unknown>) => {
        const json = { eventId: `desk-${events++}`, ...event };
        const answer = await merchant.call<ConversionWithOutcome>("POST", `${path}/events`, { json });
        await runCommissionQueue(placed.body.id);
        return answer;
      },
      read: async () => (await merchant.call<Conversion>("GET", path)).body,
    };
  };
  return { programme, merchant, influencer, place };
}

/** The id of the newest event that says the status. */
export function eventOf({ events = [] }: Conversion, status: string): string {
  return events.findLast((event) => event.status === status)?.id ?? "";
}

/** Moves what was ordered, received and told of the order into the past, as if days had gone by. */
export async function age(conversionId: string, days: number): Promise<void> {
  const ms = days * 86_400_000;
  await env.CORE_DB.prepare(
    "UPDATE conversions SET ordered_at = ordered_at - ?1, created_at = created_at - ?1 WHERE id = ?2",
  )
    .bind(ms, conversionId)
    .run();
}

export const auditsOf = async (subjectId: string, action: string) =>
  (
    await env.CORE_DB.prepare("SELECT actor_id AS actorId, details FROM audit_log WHERE subject_id = ? AND action = ?")
      .bind(subjectId, action)
      .all<{ actorId: string; details: string }>()
  ).results;

/** A file as the key's owner gets it, with its bytes as text. */
export async function fetchText(
  path: string,
  key: string,
  language = "fr",
): Promise<{ status: number; text: string; type: string }> {
  const executionCtx = createExecutionContext();
  const headers = { Authorization: `Bearer ${key}`, "Accept-Language": language };
  const response = await api.fetch(new Request(`${ORIGIN}${path}`, { headers }), env, executionCtx);
  const text = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(await response.arrayBuffer());
  await waitOnExecutionContext(executionCtx);
  return { status: response.status, text, type: response.headers.get("Content-Type") ?? "" };
}
