import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { AddressRule, CacheReport } from "../../schemas/operations.ts";
import type { Page } from "../../schemas/page.ts";
import type { Problem } from "../../schemas/problem.ts";
import { parseNetwork } from "../../workers/core/network-address.ts";
import { forgetAddressRules, ruleOnAddress } from "../../workers/http/address-gate.ts";
import { ask, newAddress } from "../support/gate.ts";
import { addUser } from "../support/world.ts";

const PATH = "/api/admin/operations/address-rules";
const OPEN = "/api/products/categories";
const compliance = () => addUser("admin", { adminScopes: ["compliance"] });
const add = (key: string, json: unknown, from = newAddress()) => ask(PATH, { method: "POST", key, json, from });
const statusFrom = async (from: string) => (await ask(OPEN, { from })).status;

describe("an admin", () => {
  it("denies a network: its requests are turned away at once, others go on, and it is on the record", async () => {
    const { id, apiKey } = await compliance();
    const answer = await add(apiKey, { cidr: "203.0.113.77/24", kind: "deny", reason: "Password guessing" });
    const rule = await answer.json<AddressRule>();
    expect([answer.status, rule.cidr, rule.createdBy, rule.expiresAt]).toEqual([201, "203.0.113.0/24", id, null]);
    const denied = await ask(OPEN, { from: "203.0.113.5" });
    expect([denied.status, (await denied.json<Problem>()).code]).toEqual([403, "address.denied"]);
    expect(await statusFrom("203.0.114.5")).toBe(200);
    const { results } = await env.CORE_DB.prepare("SELECT action, actor_id FROM audit_log WHERE subject_id = ?")
      .bind(rule.id)
      .all();
    expect(results).toEqual([{ action: "address_rule.added", actor_id: id }]);
    expect((await ask(`${PATH}/${rule.id}`, { method: "DELETE", key: apiKey, from: newAddress() })).status).toBe(200);
    expect(await statusFrom("203.0.113.5")).toBe(200);
    const outbox = await env.CORE_DB.prepare("SELECT event FROM outbox WHERE subject_id = ? ORDER BY id")
      .bind(rule.id)
      .all();
    expect(outbox.results).toEqual([{ event: "address_rule.added" }, { event: "address_rule.removed" }]);
  });

  it("lets an office in, uncounted, inside a denied network", async () => {
    const { apiKey } = await compliance();
    await add(apiKey, { cidr: "2001:db8:bad::/48", kind: "deny", reason: "A scanner" });
    await add(apiKey, { cidr: "2001:db8:bad:1::/64", kind: "allow", reason: "The bank's office" });
    expect(await statusFrom("2001:db8:bad:2::1")).toBe(403);
    const answers = await Promise.all(Array.from({ length: 120 }, () => statusFrom("2001:db8:bad:1::1")));
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  it("makes a rule that ends by itself", async () => {
    const { apiKey } = await compliance();
    const from = newAddress();
    const expiresAt = new Date(Date.now() + 600).toISOString();
    expect((await add(apiKey, { cidr: from, kind: "deny", reason: "For a moment", expiresAt })).status).toBe(201);
    expect(await statusFrom(from)).toBe(403);
    await scheduler.wait(700);
    expect(await statusFrom(from)).toBe(200);
  });

  it("sees all rules in pages, and repeats a sending without making a second rule", async () => {
    const { apiKey } = await compliance();
    const json = { cidr: "192.0.2.0/24", kind: "deny", reason: "Sent twice" };
    const send = () =>
      ask(PATH, { method: "POST", key: apiKey, json, from: newAddress(), headers: { "Idempotency-Key": "rule-1" } });
    const [first, second] = [await send(), await send()];
    expect(await second.json()).toEqual(await first.json());
    await add(apiKey, { cidr: "192.0.3.0/24", kind: "deny", reason: "Another" });
    const page = await (await ask(`${PATH}?limit=1`, { key: apiKey })).json<Page<AddressRule>>();
    expect(page.data.map(({ cidr }) => cidr)).toEqual(["192.0.3.0/24"]);
    const next = await (await ask(`${PATH}?limit=1&cursor=${page.nextCursor}`, { key: apiKey })).json<
      Page<AddressRule>
    >();
    expect(next.data.map(({ cidr }) => cidr)).toEqual(["192.0.2.0/24"]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ["no network", { cidr: "boutique.ma" }, ["cidr"]],
    ["half the internet", { cidr: "128.0.0.0/1" }, ["cidr"]],
    ["the network they call from", { cidr: "198.18.0.0/16" }, ["cidr"]],
    ["an end in the past, a kind and a reason of no use", { expiresAt: "2020-01-01T00:00:00Z" }, ["expiresAt"]],
    ["everything wrong at once", { cidr: "", kind: "maybe", reason: " " }, ["cidr", "kind", "reason"]],
  ])("cannot deny %s", async (_name, wrong, paths) => {
    const { apiKey } = await compliance();
    const json = { cidr: "192.0.2.9", kind: "deny", reason: "A reason", ...wrong };
    const answer = await add(apiKey, json, "198.18.4.4");
    const { errors } = await answer.json<Problem>();
    expect([answer.status, errors?.map(({ path }) => path).sort()]).toEqual([422, paths]);
    for (const { message } of errors ?? []) expect(message).not.toMatch(/^[a-z_]+\.[a-z_]+$/);
  });
});

describe("others", () => {
  it("neither see nor change the rules: other admins, merchants, strangers", async () => {
    const [support, merchant] = [await addUser("admin", { adminScopes: ["support"] }), await addUser("merchant")];
    const json = { cidr: "192.0.2.0/24", kind: "deny", reason: "Not mine to say" };
    for (const [key, code] of [
      [support.apiKey, "admin.scope_missing"],
      [merchant.apiKey, "role.required"],
    ] as const) {
      for (const answer of [await add(key, json), await ask(PATH, { key })]) {
        expect([answer.status, (await answer.json<Problem>()).code]).toEqual([403, code]);
      }
    }
    expect((await ask(PATH)).status).toBe(401);
    const { apiKey } = await compliance();
    expect((await ask(`${PATH}/adr_none`, { method: "DELETE", key: apiKey })).status).toBe(404);
  });
});

describe("the gate", () => {
  it("goes by the last known rules while they cannot be read, and lets all in when none were known", async () => {
    const { apiKey } = await compliance();
    const from = newAddress();
    await add(apiKey, { cidr: from, kind: "deny", reason: "Known before" });
    expect(await statusFrom(from)).toBe(403);
    await env.CORE_DB.prepare("ALTER TABLE address_rules RENAME TO address_rules_away").run();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
    try {
      expect(await statusFrom(from)).toBe(403);
      forgetAddressRules();
      expect(await statusFrom(from)).toBe(200);
    } finally {
      vi.useRealTimers();
      await env.CORE_DB.prepare("ALTER TABLE address_rules_away RENAME TO address_rules").run();
      forgetAddressRules();
    }
    expect(await statusFrom(from)).toBe(403);
  });

  it("lets in whatever any rule lets in, and turns away what only denials hold", () => {
    const kind = fc.constantFrom("allow" as const, "deny" as const);
    const rule = fc.record({ address: fc.ipV4(), prefix: fc.integer({ min: 0, max: 32 }), kind });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), fc.ipV4(), (drawn, address) => {
        const rules = drawn.flatMap((one) => {
          const network = parseNetwork(`${one.address}/${one.prefix}`);
          return network ? [{ network, kind: one.kind, expiresAt: null }] : [];
        });
        const said = ruleOnAddress(rules, parseNetwork(address), 0);
        const alone = rules.map((one) => ruleOnAddress([one], parseNetwork(address), 0));
        expect(said).toBe(alone.includes("allow") ? "allow" : alone.includes("deny") ? "deny" : undefined);
      }),
    );
    expect(ruleOnAddress([], undefined, 0)).toBeUndefined();
  });
});

describe("the cache report", () => {
  it("shows admins the hit rate by name over a week", async () => {
    const admin = await addUser("admin", { adminScopes: ["support"] });
    const day = Math.floor(Date.now() / 86_400_000);
    const count = env.CORE_DB.prepare("INSERT INTO cache_counts VALUES (?, ?, ?, ?, ?)");
    await env.CORE_DB.batch([
      count.bind(day, "plans", 90, 5, 0),
      count.bind(day - 1, "plans", 5, 0, 0),
      count.bind(day - 30, "plans", 9_999, 0, 0),
    ]);
    const report = await (await ask("/api/admin/operations/cache", { key: admin.apiKey })).json<CacheReport>();
    expect(report.data).toContainEqual({ name: "plans", hits: 95, misses: 5, stale: 0, hitBps: 9_500 });
    const merchant = await addUser("merchant");
    expect((await ask("/api/admin/operations/cache", { key: merchant.apiKey })).status).toBe(403);
  });
});
