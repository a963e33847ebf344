import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Claim } from "../../schemas/claims.ts";
import type { Conversion } from "../../schemas/conversions.ts";
import type { Problem } from "../../schemas/problem.ts";
import type { AdminScope, Role } from "../../schemas/users.ts";
import type { Actor } from "../../workers/core/actor.ts";
import { api } from "../../workers/platform/api.ts";
import { balanceOf } from "../support/books.ts";
import {
  type Answer,
  addUser,
  call,
  order,
  type Programme,
  runCommissionQueue,
  type TestUser,
} from "../support/world.ts";

export const DAY_MS = 86_400_000;
export const WHY = "Ma cliente a commandé depuis ma story";
export const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** Whether the call was answered or refused: tests read the part they expect. */
export type Told = Answer<Claim & Problem>;

export const addStaff = () => addUser("admin", { adminScopes: ["compliance"] });

/** An order of the merchant; without a token it belongs to nobody. */
export async function placeOrder(
  { merchant }: Programme,
  more: Record<string, unknown> = {},
): Promise<Conversion & { orderId: string }> {
  const json = order({ occurredAt: ago(30), ...more });
  const { body } = await call<Conversion>("POST", "/api/tracking/conversions", { key: merchant.apiKey, json });
  return { ...body, orderId: String(body.orderId) };
}

export async function collect({ merchant }: Programme, orderId: string, days: number): Promise<void> {
  const path = `/api/tracking/conversions/${encodeURIComponent(orderId)}/events`;
  const json = { eventId: `collected-${orderId}`, status: "collected", occurredAt: ago(days) };
  await call("POST", path, { key: merchant.apiKey, json });
}

/** An order of the programme's link whose cash has been in for twenty days and whose commission is on the book. */
export async function addHeldOrder(programme: Programme, more: Record<string, unknown> = {}) {
  const clickToken = await programme.token({ clickedAt: Date.now() - 31 * DAY_MS });
  const placed = await placeOrder(programme, { clickToken, ...more });
  await collect(programme, placed.orderId, 20);
  await runCommissionQueue(placed.id);
  return placed;
}

export const missing = ({ linkId }: Pick<Programme, "linkId">, more: Record<string, unknown> = {}) => ({
  kind: "missing_sale",
  linkId,
  orderRef: "CMD-1042",
  orderedAt: ago(30),
  message: WHY,
  ...more,
});

export const back = (orderId: string, more: Record<string, unknown> = {}) => ({
  kind: "return",
  orderId,
  message: "Le client a renvoyé le colis au magasin",
  ...more,
});

export const openClaim = (user: TestUser, json: unknown): Promise<Told> =>
  call("POST", "/api/tracking/claims", { key: user.apiKey, json });
export const readClaim = (user: TestUser, id: string): Promise<Told> =>
  call("GET", `/api/tracking/claims/${id}`, { key: user.apiKey });
export const answer = (user: TestUser, id: string, json: unknown): Promise<Told> =>
  call("POST", `/api/tracking/claims/${id}/answer`, { key: user.apiKey, json });
export const accept = (user: TestUser, id: string, orderId?: string) =>
  answer(user, id, { answer: "accept", ...(orderId === undefined ? {} : { orderId }) });
export const contest = (user: TestUser, id: string) =>
  answer(user, id, { answer: "contest", message: "Cette commande vient de notre magasin" });
export const withdraw = (user: TestUser, id: string): Promise<Told> =>
  call("POST", `/api/tracking/claims/${id}/withdraw`, { key: user.apiKey });
export const decide = (user: TestUser, id: string, decision: "accept" | "reject", orderId?: string): Promise<Told> =>
  call("POST", `/api/admin/claims/${id}/decide`, {
    key: user.apiKey,
    json: { decision, reason: "La preuve est claire", ...(orderId === undefined ? {} : { orderId }) },
  });
export const readOrder = async (user: TestUser, ref: string): Promise<Conversion> =>
  (await call<Conversion>("GET", `/api/tracking/conversions/${ref}`, { key: user.apiKey })).body;

/** What the book holds for the two sides and the platform, in centimes. */
export async function bookOf({ merchant, influencer }: Programme) {
  return {
    due: await balanceOf(`merchant:${merchant.id}:due`),
    pending: await balanceOf(`influencer:${influencer.id}:pending`),
    available: await balanceOf(`influencer:${influencer.id}:available`),
  };
}

export const addPiece = (user: TestUser, claimId: string, bytes: Uint8Array<ArrayBuffer>, name = "photo.jpg") => {
  const form = new FormData();
  form.append("file", new File([bytes], name, { type: "image/jpeg" }));
  return call<{ id: string; url: string; bytes: number; type: string; by: string } & Problem>(
    "POST",
    `/api/tracking/claims/${claimId}/evidence`,
    { key: user.apiKey, form },
  );
};

/** The bytes of an address of the API, as its reader gets them. */
export async function bytesAt(user: TestUser, path: string) {
  const executionCtx = createExecutionContext();
  const headers = { Authorization: `Bearer ${user.apiKey}` };
  const response = await api.fetch(new Request(`http://localhost:8787${path}`, { headers }), env, executionCtx);
  const bytes = new Uint8Array(await response.arrayBuffer());
  await waitOnExecutionContext(executionCtx);
  return { status: response.status, headers: response.headers, bytes };
}

export const actorOf = (role: Role, { id }: TestUser, adminScopes: readonly AdminScope[] = []): Actor => ({
  role,
  id,
  locale: "fr",
  adminScopes,
  via: { kind: "key", keyId: "k", scopes: [] },
});

const rowsOf = async <T>(query: string, value: string) =>
  (await env.CORE_DB.prepare(query).bind(value).all<T>()).results;

export const auditOf = async (subjectId: string) =>
  (await rowsOf<{ action: string }>("SELECT action FROM audit_log WHERE subject_id = ? ORDER BY rowid", subjectId)).map(
    ({ action }) => action,
  );

export const newsOf = async (subjectId: string) =>
  (await rowsOf<{ event: string }>("SELECT event FROM outbox WHERE subject_id = ? ORDER BY rowid", subjectId)).map(
    ({ event }) => event,
  );

export const toldTo = async ({ id }: TestUser) => ({
  notifications: (
    await rowsOf<{ kind: string }>("SELECT kind FROM notifications WHERE user_id = ? ORDER BY rowid", id)
  ).map(({ kind }) => kind),
  mails: (await rowsOf<{ template: string }>("SELECT template FROM mails WHERE user_id = ? ORDER BY rowid", id)).map(
    ({ template }) => template,
  ),
});
