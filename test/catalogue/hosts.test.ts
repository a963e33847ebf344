import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Host } from "../../schemas/hosts.ts";
import type { Problem } from "../../schemas/problem.ts";
import { api } from "../../workers/platform/api.ts";
import { parseConfig } from "../../workers/platform/config.ts";
import type { Env } from "../../workers/platform/env.ts";
import { localTextRecords } from "../../workers/vendors/dns/text-records.ts";
import { isPublicUrl } from "../../workers/vendors/outbound/public-url.ts";
import { readPage } from "../../workers/vendors/outbound/read-page.ts";
import { outsideNetwork } from "../support/outside-network.ts";
import { addUser, call, type TestUser } from "../support/world.ts";

const network = outsideNetwork();
let sites = 0;
const newSite = () => `boutique-${sites++}.ma`;
const add = (merchant: TestUser, host: string) =>
  call<Host>("POST", "/api/products/hosts", { key: merchant.apiKey, json: { host } });
const verify = <T = Host>(merchant: TestUser, { id }: Host) =>
  call<T>("POST", `/api/products/hosts/${id}/verify`, { key: merchant.apiKey });
const list = async (merchant: TestUser) =>
  (await call<{ data: Host[] }>("GET", "/api/products/hosts", { key: merchant.apiKey })).body.data;

describe("a site", () => {
  it("is added with a proof of its own, and the second time is the same", async () => {
    const merchant = await addUser("merchant");
    const site = newSite();
    const first = await add(merchant, ` HTTPS://${site.toUpperCase()}:443/shop?x=1 `);
    expect([first.status, first.body]).toMatchObject([
      201,
      { host: site, state: "waiting", proof: { dnsName: `_shareyoursales.${site}` } },
    ]);
    const second = await add(merchant, site);
    expect(second.body).toEqual(first.body);
    expect(await list(merchant)).toEqual([first.body]);
    const other = newSite();
    const [one, two] = await Promise.all([add(merchant, other), add(merchant, other)]);
    expect([one.status, two.status, two.body]).toEqual([201, 201, one.body]);
  });

  it.each([
    "аtlas.ma",
    "xn--tlas-53d.ma",
    "boutique.xn--p1ai",
    "localhost",
    "127.0.0.1",
    "[::1]",
    "shop",
    "-a.ma",
    "a..ma",
    "javascript:alert(1)",
    "user@evil.ma",
    "",
  ])("is no such name as %s", async (host) => {
    const merchant = await addUser("merchant");
    const { status, body } = await call<Problem>("POST", "/api/products/hosts", {
      key: merchant.apiKey,
      json: { host },
    });
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, "request.invalid", "host"]);
    expect(await list(merchant)).toEqual([]);
  });

  it("is verified by its TXT record, also one that comes in pieces among others", async () => {
    const merchant = await addUser("merchant");
    const { body } = await add(merchant, newSite());
    network.txt(body.proof.dnsName, "v=spf1 -all", body.proof.dnsValue);
    const { status, body: verified } = await verify(merchant, body);
    expect([status, verified]).toMatchObject([200, { state: "verified", verifiedBy: "dns" }]);
    const audited = await env.CORE_DB.prepare("SELECT count(*) AS rows FROM audit_log WHERE subject_id = ?")
      .bind(body.id)
      .first();
    expect(audited).toEqual({ rows: 2 });
  });

  it("is verified by the tag on its first page, whatever the order of its attributes", async () => {
    const merchant = await addUser("merchant");
    const { body } = await add(merchant, newSite());
    const [, challenge = ""] = /content="([^"]+)"/.exec(body.proof.metaTag) ?? [];
    const html = `<html><head><meta content=' ${challenge} ' name='shareyoursales-verification'></head></html>`;
    network.page(`https://${body.host}/`, () => new Response(html));
    expect((await verify(merchant, body)).body).toMatchObject({ state: "verified", verifiedBy: "meta" });
  });

  it("is not verified by the proof of another site, by a redirect, or by silence", async () => {
    const merchant = await addUser("merchant");
    const [{ body: first }, { body: second }] = [await add(merchant, newSite()), await add(merchant, newSite())];
    network.txt(first.proof.dnsName, second.proof.dnsValue);
    network.page(`https://${first.host}/`, () => new Response(second.proof.metaTag));
    expect((await verify<Problem>(merchant, first)).body.code).toBe("host.proof_missing");
    network.page(`https://${first.host}/`, () => Response.redirect(`https://${second.host}/`));
    expect((await verify<Problem>(merchant, first)).body.code).toBe("host.proof_missing");
    network.resolverIsDown();
    expect((await verify<Problem>(merchant, first)).body.code).toBe("server.unavailable");
    expect((await list(merchant)).map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  });

  it("belongs to one merchant, however many ask at once", async () => {
    const merchants = [await addUser("merchant"), await addUser("merchant")];
    const site = newSite();
    const added = await Promise.all(merchants.map(async (merchant) => (await add(merchant, site)).body));
    const dnsName = `_shareyoursales.${site}`;
    network.txt(dnsName, ...added.map(({ proof }) => proof.dnsValue));
    const answers = await Promise.all(
      merchants.map((merchant, index) => verify<Host & Problem>(merchant, added[index] ?? fail())),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("host.taken");
  });

  it("is nobody else's to verify or remove", async () => {
    const [owner, stranger] = [await addUser("merchant"), await addUser("merchant")];
    const { body } = await add(owner, newSite());
    expect((await verify<Problem>(stranger, body)).body.code).toBe("host.not_found");
    const removed = await call<Problem>("DELETE", `/api/products/hosts/${body.id}`, { key: stranger.apiKey });
    expect([removed.status, removed.body.code]).toEqual([404, "host.not_found"]);
    expect(await list(owner)).toHaveLength(1);
    expect((await call("DELETE", `/api/products/hosts/${body.id}`, { key: owner.apiKey })).status).toBe(200);
    expect((await call("DELETE", `/api/products/hosts/${body.id}`, { key: owner.apiKey })).status).toBe(404);
  });
});

const fail = (): never => {
  throw new Error("a site is missing");
};

describe("the door to addresses that users give", () => {
  it.each([
    "http://boutique.ma/",
    "https://boutique.ma:8443/",
    "https://user:pass@boutique.ma/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://localhost/",
    "https://printer.local/",
    "https://db.internal./",
    "https://intranet/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "",
  ])("does not open %s", async (url) => {
    expect(await readPage(url)).toBeUndefined();
    expect(network.asked).toEqual([]);
  });

  it("never opens an address in numbers, however it is written", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom("", "/", "/x?y"), (address, rest) => {
        expect(isPublicUrl(`https://${address}${rest}`)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(isPublicUrl(`https://[${address}]/`)).toBe(false);
      }),
    );
  });

  it("reads one megabyte and no more of an endless page", async () => {
    const chunk = new TextEncoder().encode("a".repeat(65_536));
    network.page("https://endless.ma/", () => {
      const body = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
      return new Response(body);
    });
    expect((await readPage("https://endless.ma/"))?.length).toBe(1024 * 1024);
  });
});

describe("records of development", () => {
  it("are typed on a page and shown on it, escaped", async () => {
    const name = "_shareyoursales.boutique.ma";
    const search = new URLSearchParams({ name, value: 'sys-verify="><b>' });
    const page = await (await visit(`/dev/dns?${search}`, env)).text();
    expect(page).toContain('value="sys-verify=&quot;&gt;&lt;b&gt;"');
    expect(await localTextRecords(env.LINKS_KV)(name)).toEqual(['sys-verify="><b>']);
    expect(await localTextRecords(env.LINKS_KV)("_shareyoursales.autre.ma")).toEqual([]);
  });

  it("do not exist in production", async () => {
    const production = { ENVIRONMENT: "production", MAIL_TRANSPORT: "smtp", SMTP_HOST: "h", RATE_LIMIT_FACTOR: "1" };
    expect((await visit("/dev/dns?name=a&value=b", { ...env, ...production })).status).toBe(404);
    expect(await localTextRecords(env.LINKS_KV)("a")).toEqual([]);
    expect(() => parseConfig({ ...env, ...production, DNS_RESOLVER_URL: "local" })).toThrow(
      /DNS_RESOLVER_URL: must be/,
    );
  });
});

const visit = (path: string, on: Env) =>
  api.fetch(new Request(`http://localhost:8787${path}`), on, createExecutionContext());
