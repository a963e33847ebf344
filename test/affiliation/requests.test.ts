import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Link } from "../../schemas/links.ts";
import type { AffiliationRequest } from "../../schemas/requests.ts";
import type { LinkEntry } from "../../workers/core/link-entry.ts";
import { addProgramme, addUser, call } from "../support/world.ts";
import { addAccount, addOffer, ask, askAt, auditOf, DAY_MS, decide, rowsOf, told } from "./requests-world.ts";

const setProduct = (productId: string, state: string) =>
  env.CORE_DB.prepare("UPDATE products SET state = ?, ended_at = 1 WHERE id = ?").bind(state, productId).run();

describe("a request", () => {
  it("waits 7 days for the merchant, who is told in the app and by e-mail, and shows the chosen account", async () => {
    const offer = await addOffer();
    const socialAccountId = await addAccount(offer.influencer, 12_000);
    const { status, body } = await ask(offer, { message: " Bonjour ", socialAccountId });
    expect([status, body]).toMatchObject([
      201,
      {
        state: "pending",
        message: "Bonjour",
        decidedBy: null,
        product: { title: { fr: "Djellaba", ar: "جلابة" }, merchantName: "Test merchant", state: "active" },
        influencer: null,
        socialAccount: { id: socialAccountId, followers: 12_000, engagementBps: 250 },
      },
    ]);
    expect(Date.parse(body.expiresAt ?? "") - Date.parse(body.createdAt)).toBe(7 * DAY_MS);
    expect(await told(offer.merchant)).toEqual({ notifications: ["request.received"], mails: ["request_received"] });
    expect(await auditOf(body.id)).toEqual(["request.created"]);
  });

  it("is one per product while it is open, also when two are sent at once", async () => {
    const offer = await addOffer();
    const answers = await Promise.all([ask(offer), ask(offer), ask(offer)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const { status, body } of [...answers, await ask(offer)])
      if (status !== 201) expect(body).toMatchObject({ code: "request.already_open" });
    expect(await rowsOf("SELECT id FROM affiliate_requests WHERE influencer_id = ?", offer.influencer.id)).toHaveLength(
      1,
    );
  });

  it("is answered once when it is sent twice with the same key", async () => {
    const offer = await addOffer();
    const send = () =>
      call<AffiliationRequest>("POST", "/api/affiliates/requests", {
        key: offer.influencer.apiKey,
        json: { productId: offer.productId },
        headers: { "Idempotency-Key": `ask-${offer.productId}` },
      });
    const [first, second] = [await send(), await send()];
    expect([second.status, second.body]).toEqual([201, first.body]);
  });

  it("needs a product that is offered", async () => {
    const offer = await addOffer();
    await setProduct(offer.productId, "paused");
    expect(await ask(offer)).toMatchObject({ status: 409, body: { code: "product.not_active" } });
    await setProduct(offer.productId, "archived");
    expect(await ask(offer)).toMatchObject({ status: 404, body: { code: "product.not_found" } });
    expect(await ask({ ...offer, productId: "prd_none" })).toMatchObject({ body: { code: "product.not_found" } });
  });

  it("names only an own account that is connected", async () => {
    const offer = await addOffer();
    const foreign = await addAccount(await addUser("influencer"), 10);
    const lapsed = await addAccount(offer.influencer, 10, { state: "expired" });
    for (const socialAccountId of [foreign, lapsed, "soc_none"]) {
      expect(await ask(offer, { socialAccountId })).toMatchObject({
        status: 422,
        body: { errors: [{ path: "socialAccountId" }] },
      });
    }
    expect((await told(offer.merchant)).mails).toEqual([]);
  });

  it("may be made again 30 days after a rejection, not after 29", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    const rejected = await decide(body.id, "reject", offer.merchant);
    expect(await ask(offer)).toMatchObject({ status: 409, body: { code: "request.too_soon" } });
    const rejectedAt = Date.parse(rejected.body.decidedAt ?? "");
    await expect(askAt(offer, rejectedAt + 29 * DAY_MS)).rejects.toMatchObject({ code: "request.too_soon" });
    await expect(askAt(offer, rejectedAt + 30 * DAY_MS - 1)).rejects.toMatchObject({ code: "request.too_soon" });
    expect(await askAt(offer, rejectedAt + 31 * DAY_MS)).toMatchObject({ state: "pending" });
  });

  it("may be made again at once after it was cancelled", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    await decide(body.id, "cancel", offer.influencer);
    expect((await ask(offer)).status).toBe(201);
  });
});

describe("a decision", () => {
  it("approves, also with another rate, and tells the influencer", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    const approved = await decide(body.id, "approve", offer.merchant, { rateBps: 1_800 });
    expect(approved).toMatchObject({
      status: 200,
      body: { state: "approved", rateBps: 1_800, decidedBy: "merchant", influencer: { id: offer.influencer.id } },
    });
    expect(await told(offer.influencer)).toEqual({ notifications: ["request.approved"], mails: ["request_approved"] });
    expect(await auditOf(body.id)).toEqual(["request.created", "request.approved"]);
    const link = await call("POST", "/api/affiliates/links", {
      key: offer.influencer.apiKey,
      json: { productId: offer.productId },
    });
    expect(link.status).toBe(201);
  });

  it("rejects with a reason that the influencer reads", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    expect(await decide(body.id, "reject", offer.merchant, { reason: " x " })).toMatchObject({ status: 422 });
    await decide(body.id, "reject", offer.merchant, { reason: "Trop loin" });
    const own = await call("GET", `/api/affiliates/requests/${body.id}`, { key: offer.influencer.apiKey });
    expect(own.body).toMatchObject({ state: "rejected", reason: "Trop loin", decidedBy: "merchant", influencer: null });
    expect(await told(offer.influencer)).toEqual({ notifications: ["request.rejected"], mails: ["request_rejected"] });
    expect(await auditOf(body.id)).toEqual(["request.created", "request.rejected"]);
  });

  it("is made once: the second hears that it is decided, and nothing is told again", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    await decide(body.id, "approve", offer.merchant);
    for (const verb of ["approve", "reject"] as const) {
      expect(await decide(body.id, verb, offer.merchant)).toMatchObject({
        status: 409,
        body: { code: "request.already_decided" },
      });
    }
    expect((await told(offer.influencer)).mails).toEqual(["request_approved"]);
  });

  it("of two made at once lets one win", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    const answers = await Promise.all([
      decide(body.id, "reject", offer.merchant),
      decide(body.id, "approve", offer.merchant),
      decide(body.id, "reject", offer.merchant),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const answer of answers)
      if (answer.status !== 200) expect(answer.body).toMatchObject({ code: "request.already_decided" });
    expect((await told(offer.influencer)).mails).toHaveLength(1);
  });

  it("that meets a cancellation leaves one of the two stories, told once", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    const [approved, cancelled] = await Promise.all([
      decide(body.id, "approve", offer.merchant),
      decide(body.id, "cancel", offer.influencer),
    ]);
    // An approved affiliation may be given up, so the cancellation holds whichever came first.
    expect(cancelled.status).toBe(200);
    expect([200, 409]).toContain(approved.status);
    if (approved.status === 409) expect(approved.body).toMatchObject({ code: "request.already_decided" });
    const [row] = await rowsOf("SELECT state FROM affiliate_requests WHERE id = ?", body.id);
    expect(row).toEqual({ state: "cancelled" });
    expect(await auditOf(body.id)).toHaveLength(approved.status === 200 ? 3 : 2);
  });

  it("is not the stranger's to make: 404, as for a request that is not there", async () => {
    const [offer, other] = [await addOffer(), await addOffer()];
    const { body } = await ask(offer);
    for (const id of [body.id, "req_none"]) {
      for (const verb of ["approve", "reject"] as const)
        expect(await decide(id, verb, other.merchant)).toMatchObject({
          status: 404,
          body: { code: "request.not_found" },
        });
      expect(await decide(id, "cancel", other.influencer)).toMatchObject({ status: 404 });
      for (const { apiKey: key } of [other.merchant, other.influencer])
        expect((await call("GET", `/api/affiliates/requests/${id}`, { key })).status).toBe(404);
    }
    expect((await decide(body.id, "approve", offer.influencer)).status).toBe(403);
    expect((await decide(body.id, "cancel", offer.merchant)).status).toBe(403);
  });

  it("does not approve for a product that is archived", async () => {
    const offer = await addOffer();
    const { body } = await ask(offer);
    await setProduct(offer.productId, "archived");
    expect(await decide(body.id, "approve", offer.merchant)).toMatchObject({
      status: 409,
      body: { code: "product.archived" },
    });
  });
});

describe("an affiliation that is given up", () => {
  it("ends its links at once, tells the merchant and needs a new request", async () => {
    const { merchant, influencer, productId, requestId } = await addProgramme();
    const { body: link } = await call<Link>("POST", "/api/affiliates/links", {
      key: influencer.apiKey,
      json: { productId },
    });
    const entry = () => env.LINKS_KV.get<LinkEntry>(`link:${link.slug}`, "json");
    expect(await entry()).toMatchObject({ stopped: null });
    expect((await decide(requestId, "cancel", influencer)).body).toMatchObject({
      state: "cancelled",
      decidedBy: "influencer",
    });
    expect(await entry()).toMatchObject({ stopped: "product" });
    expect(await told(merchant)).toEqual({ notifications: ["request.cancelled"], mails: ["request_cancelled"] });
    expect(await decide(requestId, "cancel", influencer)).toMatchObject({ body: { code: "request.already_decided" } });
    const again = await call("POST", "/api/affiliates/links", { key: influencer.apiKey, json: { productId } });
    expect(again.body).toMatchObject({ code: "request.not_approved" });
  });
});
