import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { AffiliationRequest } from "../../schemas/requests.ts";
import { expireRequests } from "../../workers/crons/expire-requests.ts";
import { addProgramme, addUser, call, systemContext } from "../support/world.ts";
import { addOffer, ask, auditOf, decide, rowsOf, told } from "./requests-world.ts";

const list = (key: string, query = "") =>
  call<{ data: AffiliationRequest[]; nextCursor: string | null }>("GET", `/api/affiliates/requests${query}`, { key });

describe("a request that nobody decides", () => {
  it("expires at exactly 7 days and not a millisecond before, told once", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    const end = Date.parse(body.expiresAt ?? "");
    const stateAt = async (nowMs: number) => {
      await expireRequests(systemContext({ now: () => nowMs }));
      return (await rowsOf("SELECT state, decided_by, decided_at FROM affiliate_requests WHERE id = ?", body.id))[0];
    };
    expect(await stateAt(end - 1)).toMatchObject({ state: "pending" });
    expect(await stateAt(end)).toEqual({ state: "expired", decided_by: "time", decided_at: end });
    await expireRequests(systemContext({ now: () => end + 1 }));
    expect(await told(offer.influencer)).toEqual({ notifications: ["request.expired"], mails: ["request_expired"] });
    expect(await auditOf(body.id)).toEqual(["request.created", "request.expired"]);
    expect(await decide(body.id, "approve", offer.merchant)).toMatchObject({
      body: { code: "request.already_decided" },
    });
    expect((await ask(offer)).status).toBe(201);
  });

  it("can no longer be approved, and stands in nobody's way, before the cron has come", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    await env.CORE_DB.prepare("UPDATE affiliate_requests SET expires_at = ? WHERE id = ?")
      .bind(Date.now() - 1, body.id)
      .run();
    const read = await call("GET", `/api/affiliates/requests/${body.id}`, { key: offer.influencer.apiKey });
    expect(read.body).toMatchObject({ state: "expired" });
    expect((await decide(body.id, "approve", offer.merchant)).status).toBe(409);
    expect((await ask(offer)).status).toBe(201);
    expect(await auditOf(body.id)).toEqual(["request.created", "request.expired"]);
  });

  it("expires with hundreds of others in a few statements, at most 500 at a time", async () => {
    const { productId } = await addOffer();
    const mark = `many_${Date.now()}`;
    const numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)";
    await env.CORE_DB.batch([
      env.CORE_DB.prepare(
        `INSERT INTO users (id, role, email, display_name, created_at)
          ${numbers} SELECT ?1 || i, 'influencer', ?1 || i || '@example.ma', 'Nom ' || i, 0 FROM n`,
      ).bind(mark),
      env.CORE_DB.prepare(
        `INSERT INTO affiliate_requests (id, product_id, influencer_id, created_at, expires_at)
          ${numbers} SELECT ?1 || 'r' || i, ?2, ?1 || i, 0, i FROM n`,
      ).bind(mark, productId),
    ]);
    const waiting = async () =>
      (
        await rowsOf<{ count: number }>(
          "SELECT count(*) AS count FROM affiliate_requests WHERE product_id = ? AND state = 'pending'",
          productId,
        )
      )[0]?.count;
    const ctx = systemContext({ now: () => 1_000 });
    await expireRequests(ctx);
    expect([await waiting(), ctx.queryTally.count < 12]).toEqual([100, true]);
    await expireRequests(ctx);
    expect(await waiting()).toBe(0);
    for (const table of ["notifications", "mails"]) {
      const [row] = await rowsOf(
        `SELECT count(DISTINCT user_id) AS people FROM ${table} WHERE user_id LIKE ?`,
        `${mark}%`,
      );
      expect([table, row]).toEqual([table, { people: 600 }]);
    }
  });
});

describe("the list", () => {
  it("shows a merchant what waits first, then the newest, with every card, page by page", async () => {
    const { merchant, productId, requestId } = await addProgramme();
    const ids: string[] = [];
    for (let index = 0; index < 4; index++)
      ids.unshift((await ask({ merchant, productId, influencer: await addUser("influencer") })).body.id);
    const [newest = "", ...older] = ids;
    await decide(newest, "reject", merchant);
    const read: AffiliationRequest[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(
        merchant.apiKey,
        `?limit=2${cursor ? `&cursor=${cursor}` : ""}`,
      );
      read.push(...page.body.data);
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(read.map(({ id }) => id)).toEqual([...older, newest, requestId]);
    expect(read.every(({ influencer, influencerId }) => influencer?.id === influencerId)).toBe(true);
    const pending = await list(merchant.apiKey, `?state=pending&productId=${productId}`);
    expect(pending.body.data.map(({ id }) => id)).toEqual(older);
    expect((await list(merchant.apiKey, "?productId=prd_none")).body.data).toEqual([]);
    expect((await list(merchant.apiKey, "?cursor=%00~'")).status).toBe(200);
    expect((await list(merchant.apiKey, "?state=eaten")).status).toBe(422);
  });

  it("shows an influencer their own alone, without a card", async () => {
    const [offer, other] = [await addOffer(), await addOffer()];
    const { body } = await ask(offer);
    await ask(other);
    const { data } = (await list(offer.influencer.apiKey)).body;
    expect(data).toMatchObject([{ id: body.id, influencer: null }]);
  });
});
