import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { remindOfOrders } from "../../workers/crons/remind-of-orders.ts";
import { getInfluencerCard } from "../../workers/modules/affiliation/influencers/influencer-card.ts";
import { computeProductStats } from "../../workers/modules/analytics/product-stats/compute-product-stats.ts";
import { listProductStats } from "../../workers/modules/catalogue/stats-queries.ts";
import { remindMerchants } from "../../workers/modules/tracking/reminders/remind-merchants.ts";
import { mailedTo } from "../support/visitor.ts";
import { contextOf, systemContext } from "../support/world.ts";
import { addDesk, auditsOf, type Desk } from "./desk-world.ts";

const remindAfter = (days: number) => remindOfOrders(systemContext({ now: () => Date.now() + days * DAY_MS }));

async function rowsOf<T>(sql: string, ...values: unknown[]): Promise<T[]> {
  const { results } = await env.CORE_DB.prepare(sql)
    .bind(...values)
    .all<T>();
  return results;
}

async function toldTo({ programme }: Desk) {
  const { id } = programme.merchant;
  const notices = await rowsOf<{ kind: string; data: string }>(
    "SELECT kind, data FROM notifications WHERE user_id = ? ORDER BY kind, data",
    id,
  );
  const mails = await rowsOf("SELECT id FROM mails WHERE user_id = ? AND template = 'orders_waiting'", id);
  return { notices: notices.map(({ kind, data }) => [kind, JSON.parse(data)]), mails: mails.length };
}

const sentOf = async (id: string) =>
  (await rowsOf<{ sent: number }>("SELECT reminders_sent AS sent FROM conversions WHERE id = ?", id))[0]?.sent;

describe("an order without an end", () => {
  it("is told of after 15, 30 and 45 days, each time once, with one mail", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ orderId: "1001" });
    const told: unknown[] = [];
    for (const days of [14.9, 15.1, 16, 30.1, 31, 45.1, 46, 200]) {
      await remindAfter(days);
      told.push([days, await sentOf(placed.id), (await toldTo(desk)).mails]);
    }
    expect(told).toEqual([
      [14.9, 0, 0],
      [15.1, 1, 1],
      [16, 1, 1],
      [30.1, 2, 2],
      [31, 2, 2],
      [45.1, 3, 3],
      [46, 3, 3],
      [200, 3, 3],
    ]);
    expect((await toldTo(desk)).notices).toEqual([
      ["order.overdue", { order: "1001", days: 45 }],
      ["order.reminder", { order: "1001", days: 15 }],
      ["order.reminder", { order: "1001", days: 30 }],
    ]);
    expect(await auditsOf(desk.programme.merchant.id, "order.reminded")).toHaveLength(3);
    const outbox = await rowsOf(
      "SELECT id FROM outbox WHERE event = 'order.reminded' AND subject_id = ?",
      desk.programme.merchant.id,
    );
    expect(outbox).toHaveLength(3);
  });

  it("that comes late is overdue at once, without the reminders it missed", async () => {
    const desk = await addDesk();
    const placed = await desk.place({ orderId: "old" });
    await remindAfter(60);
    expect([await sentOf(placed.id), await toldTo(desk)]).toEqual([
      3,
      { notices: [["order.overdue", { order: "old", days: 45 }]], mails: 1 },
    ]);
  });

  it("is told of together with others in one mail, and by number where they are many", async () => {
    const desk = await addDesk();
    const aged = new Date(Date.now() - 31 * DAY_MS).toISOString();
    for (const orderId of ["a", "b", "c", "d", "e"]) await desk.place({ orderId, occurredAt: aged });
    await desk.place({ orderId: "new" });
    await remindAfter(15.1);
    expect(await toldTo(desk)).toEqual({
      notices: [
        ["order.reminder", { order: "new", days: 15 }],
        ["orders.overdue", { count: 5, days: 45 }],
      ],
      mails: 1,
    });
    expect(await mailedTo(desk.programme.merchant.id, "orders_waiting")).toMatchObject({
      waiting: 1,
      overdue: 5,
      orders: "a, b, c",
      url: expect.stringMatching(/\/merchant\/orders$/),
    });
  });

  it("is left alone once it has ended, and a prepaid one once it is paid", async () => {
    const desk = await addDesk();
    const [refused, paid] = [await desk.place(), await desk.place({ payment: "prepaid", status: "collected" })];
    await refused.tell({ status: "refused" });
    await remindAfter(100);
    expect([await sentOf(refused.id), await sentOf(paid.id), await toldTo(desk)]).toEqual([
      0,
      0,
      { notices: [], mails: 0 },
    ]);
  });

  it("is marked without a word where the merchant has left", async () => {
    const desk = await addDesk();
    const placed = await desk.place();
    await env.CORE_DB.prepare("UPDATE users SET deleted_at = 1 WHERE id = ?").bind(desk.programme.merchant.id).run();
    await remindAfter(50);
    expect([await sentOf(placed.id), await toldTo(desk)]).toEqual([3, { notices: [], mails: 0 }]);
  });

  it("is told of by two runs at once only once", async () => {
    const desk = await addDesk();
    await desk.place();
    const ctx = () => systemContext({ now: () => Date.now() + 20 * DAY_MS });
    await Promise.all([remindMerchants(ctx()), remindMerchants(ctx()), remindMerchants(ctx())]);
    expect((await toldTo(desk)).mails).toBe(1);
  });

  it("costs a few statements for hundreds of merchants with thousands of orders", async () => {
    const { programme } = await addDesk();
    const mark = `many_${Date.now()}`;
    const numbers = (count: number) =>
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
    await env.CORE_DB.batch([
      env.CORE_DB.prepare(
        `INSERT INTO users (id, role, email, display_name, created_at)
          ${numbers(150)} SELECT ?1 || i, 'merchant', ?1 || i || '@example.ma', 'Nom ' || i, 0 FROM n`,
      ).bind(mark),
      env.CORE_DB.prepare(
        `INSERT INTO conversions (id, merchant_id, order_id, status, payment, amount_minor, currency, base_minor, ordered_at,
            attributed_by, attribution_reason, plan, fee_bps, created_at, updated_at)
          ${numbers(3000)} SELECT ?1 || i, ?1 || (i % 150 + 1), 'o' || i, 'shipped', 'cod', 100, 'MAD', 100, ?2,
            'none', 'no_touch', 'FREE', 0, ?2, ?2 FROM n`,
      ).bind(mark, Date.now() - 20 * DAY_MS),
    ]);
    const ctx = systemContext();
    const before = ctx.queryTally.count;
    await remindOfOrders(ctx);
    expect(ctx.queryTally.count - before).toBeLessThan(100);
    const [left] = await rowsOf<{ left: number }>(
      "SELECT count(*) AS left FROM conversions WHERE merchant_id LIKE ? AND reminders_sent <> 1",
      `${mark}%`,
    );
    const [mails] = await rowsOf<{ count: number }>(
      "SELECT count(*) AS count FROM mails WHERE user_id LIKE ?",
      `${mark}%`,
    );
    expect([left?.left, mails?.count]).toEqual([0, 150]);
    expect(programme.merchant.id).not.toContain(mark);
  });
});

describe("overdue orders", () => {
  it("count as not delivered for the product and for the influencer, and no more once they end well", async () => {
    const desk = await addDesk();
    const [arrived, silent] = [await desk.place(), await desk.place()];
    await arrived.tell({ status: "collected" });
    await silent.tell({ status: "delivered" });
    const ratesAt = async (days: number) => {
      const now = () => Date.now() + days * DAY_MS;
      await computeProductStats(systemContext({ now }));
      const stats = await listProductStats(systemContext(), [desk.programme.productId]);
      const { id } = desk.programme.merchant;
      const ctx = contextOf(
        { role: "merchant", id, locale: "fr", adminScopes: [], via: { kind: "key", keyId: "k", scopes: [] } },
        { now },
      );
      const card = await getInfluencerCard(ctx, desk.programme.influencer.id);
      return [stats.get(desk.programme.productId)?.deliveryRateBps, card.deliveryRateBps];
    };
    expect(await ratesAt(0)).toEqual([10_000, 10_000]);
    expect(await ratesAt(46)).toEqual([5_000, 5_000]);
    await silent.tell({ status: "collected" });
    expect(await ratesAt(46)).toEqual([10_000, 10_000]);
  });
});
