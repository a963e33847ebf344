import { WEBHOOK_EVENTS, type WebhookEvent } from "../../../schemas/webhooks.ts";
import type { UserActor } from "../../core/actor.ts";
import type { Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { News } from "../outbox/queries.ts";
import type { NewsReader } from "../outbox/read-news.ts";
import { type Listener, listListeners } from "./listeners.ts";
import { wants } from "./rules.ts";
import { type DeliveryDraft, insertDeliveries, removeEndpointsOf } from "./statements.ts";
import { SUBJECTS, type SubjectNoun } from "./subjects.ts";

// As many as one message names: its consumer makes them side by side.
const DELIVERIES_AT_ONCE = 10;

/** Tells the endpoints of those whom a state change concerns: the delivery is frozen and written together with the reader's place. */
export const endpointsReader: NewsReader = { name: "webhooks", read: tellEndpoints };

interface Tidings {
  readonly news: News;
  readonly event: WebhookEvent;
  readonly noun: SubjectNoun;
}

async function tellEndpoints(ctx: Context, news: readonly News[]): Promise<Statement[]> {
  const gone = news.filter(({ event }) => event === "user.deleted").map(({ subjectId }) => subjectId);
  return [...(await deliveriesOf(ctx, news.flatMap(tidingsOf))), ...removeEndpointsOf(ctx, gone)];
}

async function deliveriesOf(ctx: Context, tidings: readonly Tidings[]): Promise<Statement[]> {
  if (tidings.length === 0) return [];
  const listeners = await listListeners(ctx, [...new Set(tidings.map(({ news: { subjectId } }) => subjectId))]);
  const told = tidings.flatMap((one) =>
    listeners.filter((listener) => concerns(listener, one)).map((listener) => ({ ...one, listener })),
  );
  if (told.length === 0) return [];
  const show = await objectsFor(
    ctx,
    told.map(({ listener }) => listener),
  );
  const drafts = told.flatMap(({ news: row, event, noun, listener }): DeliveryDraft[] => {
    const object = show(listener);
    if (!object) return [];
    const message = {
      type: event,
      timestamp: new Date(row.createdAt).toISOString(),
      data: { object, previous: previousOf(noun, row) },
    };
    const { endpointId, subjectId } = listener;
    const payload = JSON.stringify(message);
    return [{ id: ctx.newId("whd"), endpointId, newsId: row.id, event, subjectId, payload, createdAt: ctx.now() }];
  });
  return chunks(drafts, DELIVERIES_AT_ONCE).map((some) => insertDeliveries(ctx, some));
}

function tidingsOf(news: News): Tidings[] {
  const event = WEBHOOK_EVENTS.find((known) => known === news.event);
  const noun = event === undefined ? undefined : nounOf(event);
  return event === undefined || noun === undefined ? [] : [{ news, event, noun }];
}

function nounOf(event: WebhookEvent): SubjectNoun | undefined {
  const [word = ""] = event.split(".");
  return word in SUBJECTS ? subjectNoun(word) : undefined;
}

// The caller has looked the word up among the subjects.
const subjectNoun = (word: string) => word as SubjectNoun;

// What happened before the endpoint was made is none of its news.
function concerns(listener: Listener, { news, event }: Tidings): boolean {
  return listener.subjectId === news.subjectId && wants(listener.events, event) && listener.createdAt <= news.createdAt;
}

function previousOf(noun: SubjectNoun, { payload }: News): Record<string, string> | null {
  return typeof payload.from === "string" ? { [SUBJECTS[noun].state]: payload.from } : null;
}

/** What each listener's owner sees of the subject, read once per kind of subject. */
async function objectsFor(ctx: Context, listeners: readonly Listener[]) {
  const shown = new Map<string, ReadonlyMap<string, object>>();
  for (const noun of new Set(listeners.map((listener) => listener.noun))) {
    const ofNoun = listeners.filter((listener) => listener.noun === noun);
    const show = await SUBJECTS[noun].read(ctx, [...new Set(ofNoun.map(({ subjectId }) => subjectId))]);
    for (const owner of new Map(ofNoun.map((listener) => [listener.ownerId, listener])).values())
      shown.set(`${noun} ${owner.ownerId}`, await show(viewerOf(owner)));
  }
  return ({ noun, ownerId, subjectId }: Listener) => shown.get(`${noun} ${ownerId}`)?.get(subjectId);
}

// Reads as the owner would with a key of their own; it writes nothing.
function viewerOf({ ownerId, role, endpointId }: Listener): UserActor {
  return { role, id: ownerId, locale: "fr", adminScopes: [], via: { kind: "key", keyId: endpointId, scopes: [] } };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
