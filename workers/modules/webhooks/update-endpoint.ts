import type { EndpointWithSecret, UpdateEndpoint } from "../../../schemas/webhooks.ts";
import { commit, retryLostRace, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { refusePrivate } from "./create-endpoint.ts";
import { endpointWithSecret } from "./endpoint-object.ts";
import { getEndpoint, listHeldIds } from "./queries.ts";
import { OLD_SECRET_MS } from "./rules.ts";
import { makeSecret } from "./secrets.ts";
import { changeEndpoint, holdDeliveries, releaseDeliveries } from "./statements.ts";
import type { EndpointRow } from "./tables.ts";

// What is named to the queue when an endpoint is resumed; a cron names the rest.
const RELEASED_AT_ONCE = 50;

/**
 * Changes, pauses or resumes an endpoint, or gives it a new secret, told once; the old one signs beside it for 24 hours. What waits
 * while it is paused is sent when it is resumed.
 * @throws NotFound `endpoint.not_found` @throws Invalid `endpoint.url_refused` @throws Unavailable `server.unavailable`
 */
export async function updateEndpoint(ctx: Context, id: string, input: UpdateEndpoint): Promise<EndpointWithSecret> {
  await getEndpoint(ctx, id);
  if (input.url !== undefined) await refusePrivate(ctx, input.url);
  const made = input.rotateSecret ? await makeSecret(ctx) : null;
  const row = await retryLostRace(() => attempt(ctx, id, input, made?.sealed ?? null));
  return endpointWithSecret(row, ctx.now(), made?.secret ?? null);
}

async function attempt(ctx: Context, id: string, input: UpdateEndpoint, sealed: string | null): Promise<EndpointRow> {
  const read = await getEndpoint(ctx, id);
  const changes = { ...changesOf(input), ...rotation(ctx, read, sealed), ...moveOf(read, input.state) };
  const row: EndpointRow = { ...read, ...changes };
  const isResumed = read.state === "paused" && row.state === "active";
  const heldIds = isResumed ? await listHeldIds(ctx, id, RELEASED_AT_ONCE) : [];
  await commit(
    ctx,
    [
      ...changeEndpoint(ctx, read, changes),
      ...waiting(ctx, read, row),
      happened(ctx, "endpoint.changed", id),
      audit(ctx, "endpoint.changed", id, {
        host: new URL(row.url).host,
        state: row.state,
        rotated: sealed !== null,
      }),
    ],
    { status: 200, body: endpointWithSecret(row, ctx.now(), null) },
  );
  if (heldIds.length > 0) ctx.nudge({ kind: "webhook.due", deliveryIds: heldIds });
  return row;
}

function changesOf({ url, events, description }: UpdateEndpoint): Partial<EndpointRow> {
  return {
    ...(url === undefined ? {} : { url }),
    ...(events === undefined ? {} : { events: [...new Set(events)] }),
    ...(description === undefined ? {} : { description }),
  };
}

function rotation(ctx: Context, read: EndpointRow, sealed: string | null): Partial<EndpointRow> {
  if (sealed === null) return {};
  return { secretSealed: sealed, oldSecretSealed: read.secretSealed, oldSecretUntil: ctx.now() + OLD_SECRET_MS };
}

function moveOf(read: EndpointRow, state: EndpointRow["state"] | undefined): Partial<EndpointRow> {
  if (state === undefined || state === read.state) return {};
  return state === "paused" ? { state, pausedBy: "owner" } : { state, pausedBy: null, failingSince: null };
}

function waiting(ctx: Context, read: EndpointRow, row: EndpointRow): Statement[] {
  if (read.state === row.state) return [];
  return [row.state === "paused" ? holdDeliveries(row.id) : releaseDeliveries(ctx, row.id)];
}
