import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Link } from "../../schemas/links.ts";
import type { ApprovalRule, InfluencerCard } from "../../schemas/requests.ts";
import type { LinkEntry } from "../../workers/core/link-entry.ts";
import { addProgramme, addUser, call, order, type TestUser } from "../support/world.ts";
import { addAccount, addOffer, ask, auditOf, decide, type Offer, rowsOf, told } from "./requests-world.ts";

interface Cards {
  data: InfluencerCard[];
  nextCursor: string | null;
}

const search = (key: string, query: Record<string, string>) =>
  call<Cards>("GET", `/api/affiliates/influencers?${new URLSearchParams(query)}`, { key });
const card = (merchant: TestUser, influencerId: string) =>
  call<InfluencerCard>("GET", `/api/affiliates/influencers/${influencerId}`, { key: merchant.apiKey });
const block = (merchant: TestUser, influencerId: string, blocked = true) =>
  call<InfluencerCard>("POST", `/api/affiliates/influencers/${influencerId}/block`, {
    key: merchant.apiKey,
    json: { blocked, reason: "Fausses commandes" },
  });
const stateOf = async (requestId: string) =>
  (await rowsOf<{ state: string }>("SELECT state FROM affiliate_requests WHERE id = ?", requestId))[0]?.state;

async function addNamed(displayName: string, handle: string | null = null): Promise<TestUser> {
  const user = await addUser("influencer");
  await env.CORE_DB.prepare("UPDATE users SET display_name = ?, handle = ?, phone = '+212612345678' WHERE id = ?")
    .bind(displayName, handle, user.id)
    .run();
  return user;
}

async function approveKyc(user: TestUser, expiresAt: number | null = null): Promise<void> {
  await env.CORE_DB.prepare(
    "INSERT INTO kyc_submissions (id, user_id, state, expires_at, created_at) VALUES (?, ?, 'approved', ?, 0)",
  )
    .bind(`kyc_${user.id}`, user.id, expiresAt)
    .run();
}

describe("influencers, as a merchant finds them", () => {
  it("are found by name, public name, account, network and followers there, newest first and page by page", async () => {
    const { apiKey } = await addUser("merchant");
    const mark = `q${Date.now().toString(36)}`;
    const hana = await addNamed(`Hana ${mark}`);
    const sara = await addNamed("Sara", `${mark}.sara`);
    const omar = await addNamed("Omar");
    await addAccount(hana, 900, { provider: "tiktok" });
    await addAccount(sara, 4_000);
    await addAccount(sara, 700, { provider: "tiktok" });
    await addAccount(omar, 9_000, { username: `${mark}_omar` });
    await addAccount(omar, 90_000, { provider: "tiktok", state: "disconnected" });
    const found = async (query: Record<string, string>) =>
      (await search(apiKey, { q: mark, ...query })).body.data.map(({ id }) => id);
    expect(await found({})).toEqual([omar.id, sara.id, hana.id]);
    expect(await found({ provider: "tiktok" })).toEqual([sara.id, hana.id]);
    expect(await found({ minFollowers: "4700" })).toEqual([omar.id, sara.id]);
    expect(await found({ minFollowers: "4701" })).toEqual([omar.id]);
    expect(await found({ minFollowers: "900", provider: "tiktok" })).toEqual([hana.id]);
    expect(await found({ q: `@${mark}.SARA` })).toEqual([sara.id]);
    expect(await found({ q: "100%_nobody" })).toEqual([]);
    const first = await search(apiKey, { q: mark, limit: "2" });
    const second = await search(apiKey, { q: mark, limit: "2", cursor: first.body.nextCursor ?? "" });
    expect([...first.body.data, ...second.body.data].map(({ id }) => id)).toEqual([omar.id, sara.id, hana.id]);
    expect(second.body.nextCursor).toBeNull();
  });

  it("show verified followers and what their orders of 180 days became, and never an e-mail or a phone", async () => {
    const programme = await addProgramme();
    const other = await addUser("merchant");
    const { merchant, influencer } = programme;
    await env.CORE_DB.prepare("UPDATE users SET phone = '+212612345678' WHERE id = ?").bind(influencer.id).run();
    await addAccount(influencer, 5_000);
    await addAccount(influencer, 8_000, { provider: "tiktok" });
    await approveKyc(influencer);
    for (const status of ["collected", "delivered", "returned", "cancelled", "placed"])
      await call("POST", "/api/tracking/conversions", {
        key: merchant.apiKey,
        json: order({ status, clickToken: await programme.token() }),
      });
    const seen = await card(merchant, influencer.id);
    expect([seen.status, seen.body]).toMatchObject([
      200,
      {
        followers: 13_000,
        kycApproved: true,
        conversions: 5,
        deliveryRateBps: 6_666,
        conversionsWithYou: 5,
        blocked: false,
        accounts: [
          { provider: "tiktok", followers: 8_000 },
          { provider: "instagram", followers: 5_000 },
        ],
      },
    ]);
    expect(JSON.stringify(seen.body)).not.toMatch(/@example|\+212|email|phone/);
    expect((await card(other, influencer.id)).body).toMatchObject({ conversions: 5, conversionsWithYou: 0 });
  });

  it("are active ones alone: a suspended one, a merchant and nobody are the same 404", async () => {
    const merchant = await addUser("merchant");
    const suspended = await addNamed("Suspended", null);
    await env.CORE_DB.prepare("UPDATE users SET state = 'suspended', suspended_at = 1 WHERE id = ?")
      .bind(suspended.id)
      .run();
    for (const id of [suspended.id, merchant.id, "usr_none"]) {
      expect(await card(merchant, id)).toMatchObject({ status: 404, body: { code: "user.not_found" } });
      expect(await block(merchant, id)).toMatchObject({ status: 404, body: { code: "user.not_found" } });
    }
    expect((await search((await addUser("influencer")).apiKey, {})).status).toBe(403);
  });
});

describe("a block", () => {
  it("ends what is open between the two and stops the links, told once in neutral words", async () => {
    const { merchant, influencer, productId, requestId } = await addProgramme();
    const { body: link } = await call<Link>("POST", "/api/affiliates/links", {
      key: influencer.apiKey,
      json: { productId },
    });
    const elsewhere = await addOffer();
    const kept = (await ask({ ...elsewhere, influencer })).body.id;
    const blocked = await block(merchant, influencer.id);
    expect([blocked.status, blocked.body.blocked]).toEqual([200, true]);
    expect([await stateOf(requestId), await stateOf(kept)]).toEqual(["cancelled", "pending"]);
    expect(await env.LINKS_KV.get<LinkEntry>(`link:${link.slug}`, "json")).toMatchObject({ stopped: "product" });
    expect(await ask({ merchant, influencer, productId })).toMatchObject({
      status: 403,
      body: { code: "request.blocked" },
    });
    expect((await block(merchant, influencer.id)).body.blocked).toBe(true);
    expect(await told(influencer)).toEqual({ notifications: ["influencer.blocked"], mails: ["influencer_blocked"] });
    expect(await auditOf(influencer.id)).toEqual(["influencer.blocked"]);
    expect(await auditOf(requestId)).toEqual(["request.cancelled"]);
  });

  it("that is lifted brings nothing back, but lets them ask again", async () => {
    const { merchant, influencer, productId, requestId } = await addProgramme();
    await block(merchant, influencer.id);
    expect((await block(merchant, influencer.id, false)).body.blocked).toBe(false);
    expect((await block(merchant, influencer.id, false)).status).toBe(200);
    expect(await stateOf(requestId)).toBe("cancelled");
    expect((await ask({ merchant, influencer, productId })).body.state).toBe("pending");
    expect(await auditOf(influencer.id)).toEqual(["influencer.blocked", "influencer.unblocked"]);
  });

  it("that meets a request leaves no request open", async () => {
    const offer = await addOffer();
    const [blocked, asked] = await Promise.all([
      block(offer.merchant, offer.influencer.id),
      ask(offer),
      block(offer.merchant, offer.influencer.id),
    ]);
    expect(blocked.status).toBe(200);
    if (asked.status !== 201) expect(asked.body).toMatchObject({ code: "request.blocked" });
    const open = await rowsOf(
      "SELECT id FROM affiliate_requests WHERE influencer_id = ? AND state IN ('pending', 'approved')",
      offer.influencer.id,
    );
    expect(open).toEqual([]);
    expect((await told(offer.influencer)).mails).toEqual(["influencer_blocked"]);
  });
});

describe("an approval rule", () => {
  const set = (merchant: TestUser, json: Partial<ApprovalRule>) =>
    call<ApprovalRule>("PUT", "/api/affiliates/approval-rule", {
      key: merchant.apiKey,
      json: { enabled: true, requireKyc: false, minFollowers: 0, ...json },
    });
  const read = ({ merchant }: Offer) => call("GET", "/api/affiliates/approval-rule", { key: merchant.apiKey });

  it("is off until it is set, is set twice without harm and leaves a trace each time", async () => {
    const offer = await addOffer();
    expect((await read(offer)).body).toEqual({ enabled: false, requireKyc: true, minFollowers: 0 });
    for (const minFollowers of [10, 20])
      expect((await set(offer.merchant, { minFollowers })).body.minFollowers).toBe(minFollowers);
    expect((await read(offer)).body).toEqual({ enabled: true, requireKyc: false, minFollowers: 20 });
    expect(await auditOf(offer.merchant.id)).toEqual(["approval_rule.changed", "approval_rule.changed"]);
    expect((await set(offer.merchant, { minFollowers: -1 })).status).toBe(422);
    expect((await set(offer.influencer, {})).status).toBe(403);
  });

  it("approves from the follower it asks for on, counted over the connected accounts, and tells the influencer", async () => {
    const below = await addOffer();
    const at = { ...below, influencer: await addUser("influencer") };
    await set(below.merchant, { minFollowers: 5_000 });
    await addAccount(below.influencer, 4_999);
    await addAccount(below.influencer, 9_000, { provider: "tiktok", state: "expired" });
    await addAccount(at.influencer, 3_000);
    await addAccount(at.influencer, 2_000, { provider: "facebook" });
    expect((await ask(below)).body).toMatchObject({ state: "pending", decidedBy: null });
    const { body } = await ask(at);
    expect(body).toMatchObject({ state: "approved", decidedBy: "rule", expiresAt: null });
    expect(await told(at.influencer)).toEqual({ notifications: ["request.approved"], mails: ["request_approved"] });
    expect(await auditOf(body.id)).toEqual(["request.created", "request.approved"]);
    expect((await told(below.merchant)).notifications).toEqual(["request.received"]);
  });

  it("that asks for a checked identity lets nobody through without one, nor with one that has lapsed", async () => {
    const offer = await addOffer();
    await set(offer.merchant, { requireKyc: true });
    const [checked, lapsed] = [await addUser("influencer"), await addUser("influencer")];
    await approveKyc(checked);
    await approveKyc(lapsed, Date.now() - 1);
    const stateFor = async (influencer: TestUser) => (await ask({ ...offer, influencer })).body.state;
    expect([await stateFor(offer.influencer), await stateFor(lapsed), await stateFor(checked)]).toEqual([
      "pending",
      "pending",
      "approved",
    ]);
  });

  it("leaves requests that wait already waiting, and lets no blocked influencer through", async () => {
    const offer = await addOffer();
    const waiting = (await ask(offer)).body.id;
    await set(offer.merchant, {});
    expect(await stateOf(waiting)).toBe("pending");
    await decide(waiting, "cancel", offer.influencer);
    await block(offer.merchant, offer.influencer.id);
    expect((await ask(offer)).body).toMatchObject({ code: "request.blocked" });
  });
});
