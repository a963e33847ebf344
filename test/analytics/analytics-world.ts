import { env } from "cloudflare:workers";
import type { VisitorClass } from "../../schemas/events.ts";
import type { Actor } from "../../workers/core/actor.ts";
import { recordClicks } from "../../workers/modules/analytics/record-clicks.ts";
import { clicksMessageOf, type PlainClick } from "../support/click-messages.ts";
import {
  call,
  contextOf,
  order,
  type Programme,
  runCommissionQueue,
  systemContext,
  type TestUser,
} from "../support/world.ts";

let nonce = 1;

/** A click of a person, of which a test changes what it is about. */
export function click(linkNumber: number, clickedAt: number, more: Partial<PlainClick> = {}): PlainClick {
  const visitorClass: VisitorClass = more.class ?? "human";
  return {
    linkNumber,
    clickedAt,
    nonce: nonce++,
    visitor: nonce * 7919,
    class: visitorClass,
    reason: visitorClass === "human" ? null : "agent.bot",
    device: "android",
    source: "instagram",
    country: "MA",
    city: "Fès",
    referrer: "l.instagram.com",
    params: null,
    ...more,
  };
}

/** Does what the clicks queue does with them, in one message. */
export async function record(clicks: readonly PlainClick[]): Promise<void> {
  await recordClicks(systemContext(), [clicksMessageOf(crypto.randomUUID(), clicks)]);
}

/** The user's own context, at an instant of the test's choice. */
export function asUser(role: "merchant" | "influencer", { id }: TestUser, nowMs = Date.now()) {
  const actor: Actor = {
    role,
    id,
    locale: "fr",
    adminScopes: [],
    via: { kind: "session", sessionId: "s", hasTotp: false },
  };
  return contextOf(actor, { now: () => nowMs });
}

/** An order of the link that comes as far as the statuses say; its commission is posted. */
export async function sell(
  programme: Programme,
  statuses: readonly string[] = [],
  more: Record<string, unknown> = {},
): Promise<string> {
  const { body } = await call<{ id: string; orderId: string }>("POST", "/api/tracking/conversions", {
    key: programme.merchant.apiKey,
    json: order({ clickToken: await programme.token(), ...more }),
  });
  for (const status of statuses)
    await call("POST", `/api/tracking/conversions/${body.orderId}/events`, {
      key: programme.merchant.apiKey,
      json: { eventId: status, status },
    });
  await runCommissionQueue(body.id);
  return body.id;
}

/** Moves an order to another instant, as one that was reported then; its counters follow by themselves. */
export const placeAt = (conversionId: string, orderedAt: number) =>
  env.CORE_DB.prepare("UPDATE conversions SET ordered_at = ?2 WHERE id = ?1").bind(conversionId, orderedAt).run();
