import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Page } from "../../schemas/page.ts";
import type { Commission } from "../../schemas/payments.ts";
import { fraudReader } from "../../workers/modules/fraud/fraud-reader.ts";
import { readNews } from "../../workers/modules/outbox/read-news.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { addProgramme, addUser, call, systemContext } from "../support/world.ts";
import {
  addCase,
  caseOf,
  casesOf,
  givePhone,
  newPhone,
  placeOrder,
  placeTooFast,
  readFraudNews,
  rulesOf,
} from "./fraud-world.ts";

const emailOf = async (userId: string) =>
  (await env.CORE_DB.prepare("SELECT email FROM users WHERE id = ?").bind(userId).first<{ email: string }>())?.email;

const commissionsOf = async (key: string) =>
  (await call<Page<Commission>>("GET", "/api/payments/commissions", { key })).body.data;

describe("an order of the influencer's own", () => {
  it("opens a case by the phone of the account, however either is written", async () => {
    const programme = await addProgramme();
    const phone = newPhone();
    await givePhone(programme.influencer.id, `+212${phone.slice(1)}`);
    await placeOrder(programme, { customer: { phone: `${phone.slice(0, 4)} ${phone.slice(4)}` } });
    await readFraudNews();
    const found = await caseOf(programme);
    expect(found.hits).toMatchObject([{ rule: "self_purchase", evidence: { same: "phone" } }]);
  });

  it("opens a case by the account's e-mail", async () => {
    const programme = await addProgramme();
    const email = (await emailOf(programme.influencer.id))?.toUpperCase();
    await placeOrder(programme, { customer: { email, phone: newPhone() } });
    await readFraudNews();
    expect(await rulesOf(programme)).toEqual([["self_purchase"]]);
  });

  it("is no matter when a customer orders for themselves", async () => {
    const programme = await addProgramme();
    await givePhone(programme.influencer.id, newPhone());
    await placeOrder(programme, { customer: { phone: newPhone(), email: "cliente@example.ma" } });
    await readFraudNews();
    expect(await casesOf(programme)).toEqual([]);
  });
});

describe("a phone that buys through one code after another", () => {
  it("opens a case with the fourth, not with the third, and not for the first ones", async () => {
    const phone = newPhone();
    const programmes = [];
    for (let index = 0; index < 4; index++) programmes.push(await addProgramme());
    for (const programme of programmes) {
      await placeOrder(programme, { customer: { phone } });
      await readFraudNews();
    }
    const found = await Promise.all(programmes.map(rulesOf));
    expect(found).toEqual([[], [], [], [["phone_with_many_codes"]]]);
  });

  it("is nobody where the number is invented: everybody types it", async () => {
    for (let index = 0; index < 5; index++) {
      const programme = await addProgramme();
      await placeOrder(programme, { customer: { phone: "0600000000" } });
      await readFraudNews();
      expect(await casesOf(programme)).toEqual([]);
    }
  });
});

describe("an order a second after its click", () => {
  it("opens a case that names the order, holds its commission, and tells the influencer once", async () => {
    const { programme, placed, fraudCase } = await addCase();
    expect(fraudCase).toMatchObject({
      state: "open",
      score: 60,
      conversionId: placed.id,
      commissionId: placed.commission?.id,
      heldMinor: 6750,
      commissions: 1,
      mayAppeal: true,
      hits: [{ rule: "order_too_fast", evidence: { seconds: 1.2, least: 3 } }],
    });
    const told = await env.CORE_DB.prepare(
      "SELECT (SELECT count(*) FROM notifications WHERE user_id = ?1 AND kind = 'fraud.held') AS told, (SELECT count(*) FROM mails WHERE user_id = ?1 AND template = 'fraud_held') AS written",
    )
      .bind(programme.influencer.id)
      .first();
    expect(told).toEqual({ told: 1, written: 1 });
  });

  it("shows as held by a check in the commissions of both sides", async () => {
    const { programme } = await addCase();
    for (const { apiKey } of [programme.influencer, programme.merchant])
      expect((await commissionsOf(apiKey)).map(({ blockedBy }) => blockedBy)).toEqual([["fraud"]]);
  });

  it("writes one mail a day, however many orders are held", async () => {
    const programme = await addOldProgramme();
    for (let index = 0; index < 3; index++) {
      await placeTooFast(programme);
      await readFraudNews();
    }
    expect(await casesOf(programme)).toHaveLength(3);
    const mails = await env.CORE_DB.prepare("SELECT count(*) AS count FROM mails WHERE user_id = ?")
      .bind(programme.influencer.id)
      .first("count");
    expect(mails).toBe(1);
  });

  it("is no matter from three seconds on, or when the shop's clock is behind", async () => {
    const programme = await addOldProgramme();
    const at = Math.floor(Date.now() / 1000 - 60) * 1000;
    const clickToken = await programme.token({ clickedAt: at });
    for (const ageMs of [3_000, -60_000])
      await placeOrder(programme, { clickToken, occurredAt: new Date(at + ageMs).toISOString() });
    await readFraudNews();
    expect(await casesOf(programme)).toEqual([]);
  });
});

describe("two accounts of one person", () => {
  it("are seen by their phone: the later one is asked, and all it has not been paid is held", async () => {
    const [first, second] = [await addProgramme(), await addProgramme()];
    const phone = newPhone();
    await env.CORE_DB.prepare("UPDATE users SET created_at = created_at - 1000 WHERE id = ?")
      .bind(first.influencer.id)
      .run();
    for (const { influencer } of [first, second]) await givePhone(influencer.id, phone);
    for (const programme of [first, second, second]) await placeOrder(programme);
    await readFraudNews();
    expect(await casesOf(first)).toEqual([]);
    const found = await caseOf(second);
    expect(found).toMatchObject({ merchant: null, conversionId: null, commissions: 2, heldMinor: 13_500 });
    expect(found.hits).toMatchObject([{ rule: "duplicate_account", evidence: { same: "phone" } }]);
  });

  it("hold what comes later, too, and are one case", async () => {
    const [first, second] = [await addProgramme(), await addProgramme()];
    const phone = newPhone();
    for (const { influencer } of [first, second]) await givePhone(influencer.id, phone);
    await placeOrder(first);
    await readFraudNews();
    await placeOrder(second);
    await readFraudNews();
    await placeOrder(second);
    await readFraudNews();
    const all = [...(await casesOf(first)), ...(await casesOf(second))];
    expect(all).toHaveLength(1);
  });

  it("are seen by one mailbox behind two addresses as soon as the second is registered", async () => {
    const ctx = systemContext();
    const [one, two] = [await addUser("influencer"), await addUser("influencer")];
    const name = `sara${ctx.now()}`;
    const rename = "UPDATE users SET email = ? WHERE id = ?";
    await env.CORE_DB.batch([
      env.CORE_DB.prepare(rename).bind(`${name}@gmail.com`, one.id),
      env.CORE_DB.prepare(rename).bind(`s.ara${ctx.now()}+ads@gmail.com`, two.id),
    ]);
    const add =
      "INSERT INTO outbox (id, event, subject_id, created_at, attempts, next_attempt_at) VALUES (?, 'user.registered', ?, 1, 0, 1)";
    await env.CORE_DB.batch([one, two].map(({ id }) => env.CORE_DB.prepare(add).bind(ctx.newId("out"), id)));
    await readFraudNews();
    const found = [...(await casesOf({ influencer: one })), ...(await casesOf({ influencer: two }))];
    expect(found).toMatchObject([{ hits: [{ rule: "duplicate_account", evidence: { same: "mailbox" } }] }]);
  });
});

describe("an order that two links claim", () => {
  it("asks both influencers, and holds nothing: it is nobody's", async () => {
    const [one, two] = [await addOldProgramme(), await addOldProgramme()];
    const { id } = await placeOrder(one, { clickToken: undefined });
    const lost = [one, two].map(({ linkId }) => ({ by: "click", reason: "contested_touch", linkId }));
    await env.CORE_DB.batch([
      env.CORE_DB.prepare(
        "UPDATE conversions SET attribution_reason = 'contested_touch', attribution_lost = ? WHERE id = ?",
      ).bind(JSON.stringify(lost), id),
      env.CORE_DB.prepare(
        "INSERT INTO outbox (id, event, subject_id, created_at, attempts, next_attempt_at) VALUES (?, 'touch.contested', ?, 1, 0, 1)",
      ).bind(systemContext().newId("out"), id),
    ]);
    await readFraudNews();
    for (const programme of [one, two])
      expect(await caseOf(programme)).toMatchObject({
        heldMinor: 0,
        commissions: 0,
        hits: [{ rule: "contested_touch" }],
      });
  });
});

describe("the rules' reading of the news", () => {
  it("opens nothing twice when the same news comes twice, or to two at once", async () => {
    const { programme, placed } = await addCase();
    const again = { position: 0, id: "out_x", payload: {}, createdAt: 1, subjectId: placed.id };
    const ctx = systemContext();
    const news = (["conversion.placed", "conversion.attributed"] as const).map((event) => ({ ...again, event }));
    await readNews(ctx, { name: `fraud-${placed.id}`, read: () => fraudReader.read(ctx, news) });
    await Promise.all([readFraudNews(), readFraudNews()]);
    expect(await rulesOf(programme)).toEqual([["order_too_fast"]]);
  });

  it("keeps neither phone nor e-mail in what it writes down", async () => {
    const phone = newPhone();
    const programme = await addOldProgramme();
    await givePhone(programme.influencer.id, phone);
    await placeTooFast(programme, { customer: { phone, email: "cliente@example.ma" } });
    await readFraudNews();
    const { results } = await env.CORE_DB.prepare(
      "SELECT evidence AS text FROM fraud_hits UNION ALL SELECT details FROM audit_log UNION ALL SELECT payload FROM outbox UNION ALL SELECT mark FROM fraud_marks",
    ).all<{ text: string }>();
    const written = results.map(({ text }) => text).join("\n");
    expect(written).not.toContain(phone.slice(1));
    expect(written).not.toContain("cliente@example.ma");
  });

  it("leaves an audit row of each case", async () => {
    const { fraudCase } = await addCase();
    const actions = await env.CORE_DB.prepare("SELECT action FROM audit_log WHERE subject_id = ?")
      .bind(fraudCase.id)
      .all();
    expect(actions.results).toEqual([{ action: "fraud.case_opened" }]);
  });

  it("forgets the marks of an account that is deleted", async () => {
    const programme = await addProgramme();
    await placeOrder(programme);
    await readFraudNews();
    const count = () =>
      env.CORE_DB.prepare("SELECT count(*) AS count FROM fraud_marks WHERE user_id = ?")
        .bind(programme.influencer.id)
        .first("count");
    expect(await count()).toBe(2);
    await env.CORE_DB.batch([
      env.CORE_DB.prepare("UPDATE users SET deleted_at = 1 WHERE id = ?").bind(programme.influencer.id),
      env.CORE_DB.prepare(
        "INSERT INTO outbox (id, event, subject_id, created_at, attempts, next_attempt_at) VALUES (?, 'user.deleted', ?, 1, 0, 1)",
      ).bind(systemContext().newId("out"), programme.influencer.id),
    ]);
    await readFraudNews();
    expect(await count()).toBe(0);
  });
});
