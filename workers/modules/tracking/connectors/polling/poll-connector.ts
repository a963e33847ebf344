import { and, eq, sql } from "drizzle-orm";
import { Conflict } from "../../../../core/errors.ts";
import { commit, guarded, type Statement } from "../../../../db/commit.ts";
import type { Context } from "../../../../platform/context.ts";
import { getJson, type JsonFault } from "../../../../vendors/outbound/get-json.ts";
import type { PolledPage } from "../../../../vendors/polled-orders.ts";
import { parseBody } from "../../../../vendors/read-shop-body.ts";
import { readWooCommerceOrders, wooCommerceOrdersRequest } from "../../../../vendors/woocommerce/list-orders.ts";
import { readYouCanOrders, youCanOrdersRequest } from "../../../../vendors/youcan/list-orders.ts";
import { notify } from "../../../users/statements.ts";
import { openToken } from "../secrets.ts";
import { type ConnectorRow, connectors } from "../tables.ts";
import { keepOrders } from "./keep-orders.ts";
import {
  FAILURES_TOLD,
  NEWEST_PAGES,
  nextPlace,
  nextPollAfterFailure,
  nextPollOn,
  PAGES_PER_RUN,
  readFrom,
  SWEPT_MS,
} from "./rules.ts";

type Fault = JsonFault | "unexpected";

interface Polled extends ConnectorRow {
  readonly pollingUrl: string;
  readonly pollingEveryMinutes: number;
  readonly pollingCursor: number;
}

/**
 * Asks a connector's shop for the orders that have changed, a few pages at most, and puts off the next asking. What fails is
 * tried again after a longer pause; the merchant is told once it has failed three times.
 */
export async function pollConnector(ctx: Context, connector: ConnectorRow): Promise<void> {
  if (!isPolled(connector) || !(await claim(ctx, connector))) return;
  const token = await openToken(ctx, connector.id, connector.pollingTokenSealed ?? "");
  const fault =
    connector.platform === "youcan" ? await sweep(ctx, connector, token) : await readByChange(ctx, connector, token);
  await commit(ctx, fault === undefined ? [succeeded(ctx, connector)] : failed(ctx, connector, fault));
}

function isPolled(row: ConnectorRow): row is Polled {
  return row.pollingUrl !== null && row.pollingEveryMinutes !== null && row.pollingCursor !== null;
}

// Whoever moves the next asking first does this one; a run that dies leaves it to the next.
async function claim(ctx: Context, connector: Polled): Promise<boolean> {
  const [chance = 0] = ctx.random(1);
  const nextPollAt = nextPollOn(ctx.now(), connector.pollingEveryMinutes, chance);
  try {
    await commit(
      ctx,
      guarded(
        ctx.db.orm
          .update(connectors)
          .set({ nextPollAt })
          .where(and(stillPolled(connector), eq(connectors.nextPollAt, connector.nextPollAt ?? 0))),
      ),
    );
    return true;
  } catch (failure) {
    if (failure instanceof Conflict && failure.code === "row.changed") return false;
    throw failure;
  }
}

const stillPolled = ({ id, pollingUrl }: Polled) =>
  and(eq(connectors.id, id), eq(connectors.state, "active"), eq(connectors.pollingUrl, pollingUrl));

const placed = (
  ctx: Context,
  connector: Polled,
  place: { pollingCursor?: ReturnType<typeof sql>; pollingPage?: number },
) => ctx.db.orm.update(connectors).set(place).where(stillPolled(connector));

async function ask(
  ctx: Context,
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  read: (json: unknown) => PolledPage,
): Promise<PolledPage | Fault> {
  const answer = await getJson(ctx.vendors.door, url, headers, parseBody);
  if (typeof answer === "string") return answer;
  try {
    return read(answer.json);
  } catch {
    return "unexpected";
  }
}

/** WooCommerce lists orders by their last change: read on from the last one, page by page. */
async function readByChange(ctx: Context, connector: Polled, token: string): Promise<Fault | undefined> {
  let place = { after: readFrom(connector.pollingCursor), page: 1 };
  for (let pages = 0; pages < PAGES_PER_RUN; pages++) {
    const request = wooCommerceOrdersRequest(connector.pollingUrl, token, place.after, place.page);
    const page = await ask(ctx, request, readWooCommerceOrders);
    if (typeof page === "string") return page;
    if (page.orders.length === 0) return undefined;
    const last = Math.max(...page.orders.map(({ changedAt }) => changedAt));
    const pollingCursor = sql`max(${connectors.pollingCursor}, ${Math.min(last, ctx.now())})`;
    await keepOrders(ctx, connector, page.orders, [placed(ctx, connector, { pollingCursor })]);
    if (page.isLast) return undefined;
    place = nextPlace(place, page.orders);
  }
  return undefined;
}

/**
 * YouCan lists orders by creation only: each run reads the newest pages and a few of the older ones, in turn, so that every order
 * of the last 45 days is looked at again and again. New orders only push the others towards pages still to be read.
 */
async function sweep(ctx: Context, connector: Polled, token: string): Promise<Fault | undefined> {
  const older = Math.max(connector.pollingPage, NEWEST_PAGES + 1);
  const pages = Array.from({ length: PAGES_PER_RUN }, (_, at) =>
    at < NEWEST_PAGES ? at + 1 : older + at - NEWEST_PAGES,
  );
  for (const number of pages) {
    const page = await ask(ctx, youCanOrdersRequest(connector.pollingUrl, token, number), readYouCanOrders);
    if (typeof page === "string") return page;
    const isEnd = page.isLast || page.orders.some(({ createdAt }) => createdAt < ctx.now() - SWEPT_MS);
    const changed = page.orders.filter(({ changedAt }) => changedAt >= readFrom(connector.pollingCursor));
    const pollingPage = isEnd ? NEWEST_PAGES + 1 : Math.max(older, number + 1);
    await keepOrders(ctx, connector, changed, [placed(ctx, connector, { pollingPage })]);
    if (isEnd) return undefined;
  }
  return undefined;
}

function succeeded(ctx: Context, connector: Polled): Statement {
  return ctx.db.orm
    .update(connectors)
    .set({ lastPolledAt: ctx.now(), lastError: null, pollingFailures: 0 })
    .where(stillPolled(connector));
}

function failed(ctx: Context, connector: Polled, fault: Fault): Statement[] {
  const [chance = 0] = ctx.random(1);
  const failures = connector.pollingFailures + 1;
  const nextPollAt = nextPollAfterFailure(ctx.now(), connector.pollingEveryMinutes, failures, chance);
  const told = { name: connector.name, connectorId: connector.id };
  return [
    ctx.db.orm
      .update(connectors)
      .set({ lastPolledAt: ctx.now(), lastError: fault, pollingFailures: failures, nextPollAt })
      .where(stillPolled(connector)),
    ...(failures === FAILURES_TOLD ? [notify(ctx, connector.merchantId, "connector.polling_failed", told)] : []),
  ];
}
