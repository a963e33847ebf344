import { env } from "cloudflare:workers";
import type { AffiliationRequest } from "../../schemas/requests.ts";
import type { Actor } from "../../workers/core/actor.ts";
import { createRequest } from "../../workers/modules/affiliation/requests/create-request.ts";
import { addProgramme, addUser, call, contextOf, type TestUser } from "../support/world.ts";

export const DAY_MS = 86_400_000;

/** A merchant's product and an influencer who has not asked for it yet. */
export interface Offer {
  readonly merchant: TestUser;
  readonly influencer: TestUser;
  readonly productId: string;
}

export async function addOffer(): Promise<Offer> {
  const { merchant, productId } = await addProgramme();
  return { merchant, influencer: await addUser("influencer"), productId };
}

export const ask = (offer: Offer, json: Record<string, unknown> = {}, key = offer.influencer.apiKey) =>
  call<AffiliationRequest>("POST", "/api/affiliates/requests", { key, json: { productId: offer.productId, ...json } });

export const decide = (id: string, verb: "approve" | "reject" | "cancel", user: TestUser, json: unknown = undefined) =>
  call<AffiliationRequest>("POST", `/api/affiliates/requests/${id}/${verb}`, {
    key: user.apiKey,
    ...(verb === "cancel" ? {} : { json: json ?? (verb === "reject" ? { reason: "Pas pour nous" } : {}) }),
  });

export const actorOf = (role: "influencer" | "merchant", { id }: TestUser): Actor => ({
  role,
  id,
  locale: "fr",
  adminScopes: [],
  via: { kind: "key", keyId: "k", scopes: [] },
});

/** Asks on a moved clock. */
export const askAt = (offer: Offer, nowMs: number) =>
  createRequest(contextOf(actorOf("influencer", offer.influencer), { now: () => nowMs }), {
    productId: offer.productId,
    message: "",
  });

export async function addAccount(
  user: TestUser,
  followers: number,
  more: { provider?: string; username?: string; state?: string } = {},
): Promise<string> {
  const id = contextOf(actorOf("influencer", user)).newId("soc");
  await env.CORE_DB.batch([
    env.CORE_DB.prepare(
      "INSERT INTO social_media_accounts (id, user_id, provider, provider_account_id, username, state, connected_at) VALUES (?, ?, ?, ?, ?, ?, 0)",
    ).bind(id, user.id, more.provider ?? "instagram", id, more.username ?? "sara.style", more.state ?? "connected"),
    env.CORE_DB.prepare("INSERT INTO social_media_stats VALUES (?, 1, 7, 1, 1), (?, 2, ?, 1, 250)").bind(
      id,
      id,
      followers,
    ),
  ]);
  return id;
}

export const rowsOf = async <T = Record<string, unknown>>(query: string, ...values: unknown[]) =>
  (
    await env.CORE_DB.prepare(query)
      .bind(...values)
      .all<T>()
  ).results;

export const auditOf = async (subjectId: string) =>
  (await rowsOf<{ action: string }>("SELECT action FROM audit_log WHERE subject_id = ? ORDER BY rowid", subjectId)).map(
    ({ action }) => action,
  );

export const told = async (user: TestUser) => ({
  notifications: (
    await rowsOf<{ kind: string }>("SELECT kind FROM notifications WHERE user_id = ? ORDER BY rowid", user.id)
  ).map(({ kind }) => kind),
  mails: (
    await rowsOf<{ template: string }>("SELECT template FROM mails WHERE user_id = ? ORDER BY rowid", user.id)
  ).map(({ template }) => template),
});
