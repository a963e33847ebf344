import type { LiveNews } from "../../../../schemas/live.ts";
import type { Context } from "../../../platform/context.ts";
import type { News } from "../../outbox/queries.ts";
import type { NewsReader } from "../../outbox/read-news.ts";
import { type LiveCommission, type LiveOrder, listLiveCommissions, listLiveOrders } from "./queries.ts";
import { forWatchers, isNewsStill, type ToldNews } from "./rules.ts";
import { tellOwners } from "./tell-owners.ts";
import { recallWatchers } from "./watchers.ts";

const ENDS = ["user.suspended", "user.deleted"];

/** Turns what became of orders and commissions into events of both sides' feeds, and puts out whoever was suspended. */
export const liveNews: NewsReader = {
  name: "live",
  async read(ctx, news) {
    const recent = news.filter(({ createdAt }) => isNewsStill(createdAt, ctx.now()));
    try {
      if (recent.length > 0) await tell(ctx, recent);
    } catch (failure) {
      ctx.log("warn", "live news could not be told", { error: String(failure) });
    }
    return [];
  },
};

async function tell(ctx: Context, news: readonly News[]): Promise<void> {
  const watchers = await recallWatchers(ctx);
  if (watchers.size === 0) return;
  const ended = news.filter(({ event, subjectId }) => ENDS.includes(event) && watchers.has(subjectId));
  await Promise.all(ended.map(({ subjectId }) => ctx.liveFeeds.getByName(subjectId).end()));
  const [orders, commissions] = await Promise.all([
    found(news, "conversion.", (ids) => listLiveOrders(ctx, ids)),
    found(news, "commission.", (ids) => listLiveCommissions(ctx, ids)),
  ]);
  await tellOwners(
    ctx,
    news.flatMap((one) => newsOfOrder(one, orders, watchers).concat(newsOfCommission(one, commissions, watchers))),
  );
}

async function found<T extends { readonly id: string }>(
  news: readonly News[],
  prefix: string,
  list: (ids: readonly string[]) => Promise<T[]>,
): Promise<ReadonlyMap<string, T>> {
  const ids = new Set(news.filter(({ event }) => event.startsWith(prefix)).map(({ subjectId }) => subjectId));
  const rows = ids.size === 0 ? [] : await list([...ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

const ORDER_EVENTS: Readonly<Record<string, Extract<LiveNews, { kind: "order" }>["event"]>> = {
  "conversion.placed": "placed",
  "conversion.attributed": "attributed",
  "conversion.changed": "changed",
  "conversion.rate_set": "changed",
};

function newsOfOrder(
  { id, event: name, subjectId, createdAt }: News,
  orders: ReadonlyMap<string, LiveOrder>,
  watchers: ReadonlySet<string>,
): ToldNews[] {
  const [order, event] = [orders.get(subjectId), ORDER_EVENTS[name]];
  if (!order || !event) return [];
  const { id: conversionId, merchantId, influencerId, ...shown } = order;
  const at = new Date(createdAt).toISOString();
  const news = { key: id, event: { kind: "order", at, event, conversionId, ...shown } } as const;
  return forWatchers([merchantId, influencerId], watchers, news);
}

function newsOfCommission(
  { id, subjectId, createdAt }: News,
  commissions: ReadonlyMap<string, LiveCommission>,
  watchers: ReadonlySet<string>,
): ToldNews[] {
  const commission = commissions.get(subjectId);
  if (!commission) return [];
  const { id: commissionId, merchantId, influencerId, ...shown } = commission;
  const at = new Date(createdAt).toISOString();
  return forWatchers([influencerId, merchantId], watchers, {
    key: id,
    event: { kind: "commission", at, commissionId, ...shown },
  });
}
