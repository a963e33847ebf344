import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Conversion } from "../../schemas/conversions.ts";
import { toBase64Url } from "../../workers/core/base64url.ts";
import { importClickKeys, mintClickToken } from "../../workers/core/click-token.ts";
import { addProgramme, call, order, type Programme } from "../support/world.ts";

const DAY_MS = 86_400_000;
const post = async (programme: Programme, more: Record<string, unknown>) =>
  (
    await call<Conversion>("POST", "/api/tracking/conversions", {
      key: programme.merchant.apiKey,
      json: order(more),
    })
  ).body;
const addCoupon = (programme: Programme, json: Record<string, unknown>, key = programme.merchant.apiKey) =>
  call("POST", `/api/affiliates/links/${programme.linkId}/coupons`, { key, json });
const run = (sql: string, ...values: (string | number | null)[]) =>
  env.CORE_DB.prepare(sql)
    .bind(...values)
    .run();

describe("an order is accepted but not attributed, and the reason is told", () => {
  it("when the token is forged, cut, of another key, or no token at all", async () => {
    const programme = await addProgramme();
    const token = await programme.token();
    const stranger = importClickKeys(`2:${toBase64Url(new Uint8Array(32).fill(9))}`);
    const forged = mintClickToken(stranger, programme.linkNumber, Date.now(), new Uint8Array(6));
    const unknownKey = mintClickToken(
      importClickKeys(`9:${toBase64Url(new Uint8Array(32))}`),
      programme.linkNumber,
      Date.now(),
      new Uint8Array(6),
    );
    const cases: [string, string][] = [
      [forged, "token_forged"],
      [token.slice(0, -1), "token_malformed"],
      [`${token}A`, "token_malformed"],
      ["hello", "token_malformed"],
      [unknownKey, "token_unknown_key"],
    ];
    for (const [clickToken, reason] of cases) {
      expect(await post(programme, { clickToken })).toMatchObject({
        attribution: { by: "none", reason, linkId: null },
        commission: null,
      });
    }
  });

  it("when the token belongs to another merchant's link, without telling whose", async () => {
    const [programme, other] = [await addProgramme(), await addProgramme()];
    const { attribution } = await post(programme, { clickToken: await other.token() });
    expect(attribution).toMatchObject({ by: "none", reason: "token_foreign", linkId: null, influencerId: null });
    expect(JSON.stringify(attribution)).not.toContain(other.linkId);
  });

  it("when the click is older than the product's window, or later than the order", async () => {
    const programme = await addProgramme({ attributionDays: 7 });
    const clickedAt = Date.now() - 7 * DAY_MS;
    expect(
      await post(programme, { clickToken: await programme.token({ clickedAt: clickedAt - 60_000 }) }),
    ).toMatchObject({
      attribution: { by: "none", reason: "token_expired" },
    });
    expect(
      await post(programme, { clickToken: await programme.token({ clickedAt: clickedAt + 60_000 }) }),
    ).toMatchObject({ attribution: { by: "click" } });
    const occurredAt = new Date(Date.now() - DAY_MS).toISOString();
    const early = await programme.token({ clickedAt: Date.now() - DAY_MS + 4 * 60_000 });
    const late = await programme.token({ clickedAt: Date.now() - DAY_MS + 6 * 60_000 });
    expect(await post(programme, { occurredAt, clickToken: early })).toMatchObject({ attribution: { by: "click" } });
    expect(await post(programme, { occurredAt, clickToken: late })).toMatchObject({
      attribution: { reason: "token_after_order" },
    });
  });

  it("when link, product or influencer was stopped more than 120 s before the click", async () => {
    const stops: [string, string][] = [
      ["UPDATE affiliate_links SET state = 'paused', paused_at = ?1 WHERE id = ?2", "link_paused"],
      [
        "UPDATE products SET state = 'archived', ended_at = ?1 WHERE id = (SELECT product_id FROM affiliate_links WHERE id = ?2)",
        "product_ended",
      ],
      [
        "UPDATE users SET state = 'suspended', suspended_at = ?1 WHERE id = (SELECT influencer_id FROM affiliate_links WHERE id = ?2)",
        "influencer_suspended",
      ],
    ];
    for (const [sql, reason] of stops) {
      const programme = await addProgramme();
      const stoppedAt = Date.now() - 3_600_000;
      await run(sql, stoppedAt, programme.linkId);
      expect(
        await post(programme, { clickToken: await programme.token({ clickedAt: stoppedAt + 125_000 }) }),
      ).toMatchObject({
        attribution: { by: "none", reason },
        commission: null,
      });
      expect(
        await post(programme, { clickToken: await programme.token({ clickedAt: stoppedAt + 115_000 }) }),
      ).toMatchObject({ attribution: { by: "click" } });
    }
  });

  it("when the code is nobody's, has ended, or the affiliation is no longer approved", async () => {
    const programme = await addProgramme();
    await addCoupon(programme, { code: "FINI", endsAt: new Date(Date.now() - DAY_MS).toISOString() });
    await addCoupon(programme, { code: "BON" });
    expect(await post(programme, { couponCode: "INCONNU" })).toMatchObject({
      attribution: { by: "none", reason: "coupon_unknown" },
    });
    expect(await post(programme, { couponCode: "FINI" })).toMatchObject({
      attribution: { by: "none", reason: "coupon_ended" },
    });
    await run("UPDATE affiliate_requests SET state = 'cancelled' WHERE id = ?", programme.requestId);
    expect(await post(programme, { couponCode: "BON" })).toMatchObject({
      attribution: { by: "none", reason: "request_not_approved" },
    });
  });
});

describe("which touch wins", () => {
  it("is the code before the click, and what lost is kept beside it", async () => {
    const programme = await addProgramme();
    await addCoupon(programme, { code: "SARA10" });
    expect(await post(programme, { couponCode: " sara١٠ ", clickToken: await programme.token() })).toMatchObject({
      attribution: {
        by: "coupon",
        reason: "coupon_valid",
        linkId: programme.linkId,
        lost: [{ by: "click", reason: "weaker_touch", linkId: programme.linkId }],
      },
    });
  });

  it("is the click when the code is unknown, with the code among the losers", async () => {
    const programme = await addProgramme();
    expect(await post(programme, { couponCode: "NOPE", clickToken: await programme.token() })).toMatchObject({
      attribution: { by: "click", lost: [{ by: "coupon", reason: "coupon_unknown" }] },
    });
  });

  it("never is another merchant's code", async () => {
    const [programme, other] = [await addProgramme(), await addProgramme()];
    await addCoupon(other, { code: "AUTRE" });
    expect(await post(programme, { couponCode: "AUTRE" })).toMatchObject({
      attribution: { by: "none", reason: "coupon_unknown" },
    });
  });
});

describe("the rate", () => {
  it("is the code's own, else the approved request's, else the product's", async () => {
    const programme = await addProgramme({ rateBps: 1_000, requestRateBps: 1_200 });
    await addCoupon(programme, { code: "OWN", rateBps: 2_000 });
    await addCoupon(programme, { code: "PLAIN" });
    expect(await post(programme, { couponCode: "OWN" })).toMatchObject({
      commission: { rateBps: 2_000, amountMinor: 9_000 },
    });
    expect(await post(programme, { couponCode: "PLAIN" })).toMatchObject({
      commission: { rateBps: 1_200, amountMinor: 5_400 },
    });
    const product = await addProgramme({ rateBps: 1_000 });
    expect(await post(product, { clickToken: await product.token() })).toMatchObject({
      commission: { rateBps: 1_000, amountMinor: 4_500 },
    });
  });

  it("may be a flat amount, whatever the order is worth", async () => {
    const programme = await addProgramme({ flatMinor: 3_000 });
    expect(await post(programme, { clickToken: await programme.token(), amountMinor: 99_900 })).toMatchObject({
      commission: { rateBps: null, amountMinor: 3_000 },
    });
  });

  it("and every other term is the one in force at that very moment, also when the last order has just been taken on others", async () => {
    const programme = await addProgramme({ rateBps: 1_000, plan: "FREE" });
    const clickToken = await programme.token();
    const terms = async () => {
      const { commission, platformFeeMinor, attribution } = await post(programme, { clickToken });
      return [commission?.rateBps, platformFeeMinor, attribution.reason];
    };
    expect([await terms(), await terms()]).toEqual([
      [1_000, 4_500, "click_valid"],
      [1_000, 4_500, "click_valid"],
    ]);
    await run("UPDATE products SET commission_rate_bps = 1200 WHERE id = ?", programme.productId);
    expect([await terms(), await terms()]).toEqual([
      [1_200, 4_500, "click_valid"],
      [1_200, 4_500, "click_valid"],
    ]);
    await run("UPDATE user_subscriptions SET plan = 'PRO' WHERE user_id = ?", programme.merchant.id);
    expect(await terms()).toEqual([1_200, 1_350, "click_valid"]);
    await run("UPDATE affiliate_requests SET rate_bps = 2000 WHERE id = ?", programme.requestId);
    expect(await terms()).toEqual([2_000, 1_350, "click_valid"]);
    await run("UPDATE affiliate_requests SET state = 'cancelled' WHERE id = ?", programme.requestId);
    expect(await terms()).toEqual([undefined, 0, "request_not_approved"]);
  });

  it("and the plan's fee stay as they were when the order came", async () => {
    const programme = await addProgramme({ plan: "PRO" });
    const before = await post(programme, { clickToken: await programme.token() });
    await run("UPDATE products SET commission_rate_bps = 100 WHERE id = ?", programme.productId);
    await run("UPDATE user_subscriptions SET plan = 'FREE' WHERE user_id = ?", programme.merchant.id);
    const { body } = await call<Conversion>("GET", `/api/tracking/conversions/${before.id}`, {
      key: programme.merchant.apiKey,
    });
    expect(body).toMatchObject({ commission: { rateBps: 1_500, amountMinor: 6_750 }, platformFeeMinor: 1_350 });
  });
});
