import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fetchPublic, placeOf } from "../../workers/vendors/outbound/fetch-public.ts";
import { isPublicAddress } from "../../workers/vendors/outbound/public-address.ts";
import { isLocalUrl, isPublicUrl } from "../../workers/vendors/outbound/public-url.ts";
import { outsideNetwork } from "../support/outside-network.ts";
import { addProgramme, addUser, call } from "../support/world.ts";
import { addHook, change, deliveriesOf, endpointRow, later, PUBLIC_ADDRESS, spread } from "./hook-world.ts";

const network = outsideNetwork();
const LIMITS = { timeoutMs: 1_000, bytesMax: 1_000 };

// Every spelling of a place that is not somebody's server on the public internet.
const TRICKS = [
  "http://hooks.example/in",
  "ftp://hooks.example/in",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "gopher://hooks.example:70/_x",
  "https://localhost/in",
  "https://LOCALHOST./in",
  "https://api.localhost/in",
  "https://printer.local/in",
  "https://metadata.google.internal/computeMetadata/v1/",
  "https://db.internal/in",
  "https://nas.lan/in",
  "https://router.home.arpa/in",
  "https://host.localdomain/in",
  "https://intranet/in",
  "https://127.0.0.1/in",
  "https://127.1/in",
  "https://2130706433/in",
  "https://0x7f000001/in",
  "https://0x7f.0.0.1/in",
  "https://0177.0.0.1/in",
  "https://017700000001/in",
  "https://127.0.0.1./in",
  "https://①②⑦.⓪.⓪.①/in",
  "https://10.0.0.1/in",
  "https://172.16.0.1/in",
  "https://192.168.1.1/in",
  "https://169.254.169.254/latest/meta-data/",
  "https://100.64.0.1/in",
  "https://8.8.8.8/in",
  "https://0/in",
  "https://[::1]/in",
  "https://[::]/in",
  "https://[::ffff:127.0.0.1]/in",
  "https://[::ffff:7f00:1]/in",
  "https://[fd00::1]/in",
  "https://[fe80::1]/in",
  "https://[64:ff9b::7f00:1]/in",
  "https://[2002:7f00:1::]/in",
  "https://[2606:4700::6810:85e5]/in",
  "https://hooks.example:22/in",
  "https://hooks.example:8443/in",
  "https://user@hooks.example/in",
  "https://user:password@hooks.example/in",
  "https://hooks.example@127.0.0.1/in",
  "https:\\\\127.0.0.1\\in",
  "https://hooks.example%2f@127.0.0.1/in",
  "//hooks.example/in",
  "https://",
  "",
];

// Names that are public to look at and lead inside.
const INSIDE = [
  "127.0.0.1",
  "10.1.2.3",
  "172.31.255.255",
  "192.168.0.10",
  "169.254.169.254",
  "168.63.129.16",
  "100.100.100.200",
  "0.0.0.0",
  "192.0.0.192",
  "198.18.0.1",
  "203.0.113.5",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "::ffff:10.0.0.1",
  "::ffff:a9fe:a9fe",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "fec0::1",
  "ff02::1",
  "64:ff9b::a00:1",
  "2001::1",
  "2001:db8::1",
  "2002:a00:1::1",
  "100::1",
  "not an address",
];

const save = async (url: string) => {
  const { apiKey } = await addUser("merchant");
  return call("POST", "/api/webhooks/endpoints", { key: apiKey, json: { url } });
};

describe("an address that is no public server's", () => {
  it.each(TRICKS)("is refused when it is saved and when it is asked: %s", async (url) => {
    network.addresses("hooks.example", PUBLIC_ADDRESS);
    const { status, body } = await save(url);
    expect([status, /^(request\.invalid|endpoint\.url_refused)$/.test(String(body.code))]).toEqual([422, true]);
    network.asked.length = 0;
    const door = { ...later().vendors.door, allowsLocal: false };
    expect(await fetchPublic(door, url, { method: "POST" }, LIMITS)).toBe("refused_address");
    expect(network.asked).toEqual([]);
  });

  it.each(INSIDE)("is refused when its name leads to %s, alone or beside a public address", async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    const door = { allowsLocal: false, findAddresses: async () => [PUBLIC_ADDRESS, address] };
    expect(await placeOf(door, "https://hooks.example/in")).toBe("private");
    network.addresses("inside.example", address, ...(address.startsWith("not") ? [] : [PUBLIC_ADDRESS]));
    const { status, body } = await save("https://inside.example/in");
    expect([status, body.code]).toEqual([422, "endpoint.url_refused"]);
    expect(network.asked.every((url) => url.startsWith("https://resolver.example/"))).toBe(true);
  });

  it("is refused when its name is turned inside after it was saved, before anything is sent", async () => {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant);
    network.addresses(new URL(hook.url).hostname, "10.0.0.7");
    await change(programme);
    await spread();
    expect(hook.received).toEqual([]);
    expect((await deliveriesOf(hook))[0]).toMatchObject({ state: "waiting", lastError: "refused_address" });
  });

  it("is refused when a saved endpoint is moved there", async () => {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant);
    network.addresses("inside.example", "192.168.1.1");
    for (const url of ["https://inside.example/in", "https://127.0.0.1/in"]) {
      const { status } = await call("PATCH", `/api/webhooks/endpoints/${hook.id}`, {
        key: programme.merchant.apiKey,
        json: { url },
      });
      expect(status).toBe(422);
    }
    expect(await endpointRow(hook.id)).toMatchObject({ url: hook.url });
  });

  it("is never asked while names cannot be looked up", async () => {
    const programme = await addProgramme();
    const hook = await addHook(network, programme.merchant);
    network.resolverIsDown();
    await change(programme);
    await spread();
    expect(hook.received).toEqual([]);
    expect((await deliveriesOf(hook))[0]).toMatchObject({ state: "waiting", lastError: "unreachable" });
  });

  it("holds for every IPv4 address as a name, whatever its spelling", () => {
    fc.assert(
      fc.property(fc.ipV4Extended(), (address) => {
        expect(isPublicUrl(`https://${address}/in`)).toBe(false);
      }),
    );
  });

  it("holds for every private IPv4 address written into IPv6", () => {
    fc.assert(
      fc.property(fc.constantFrom("10", "127", "0"), fc.nat(255), fc.nat(255), fc.nat(255), (a, b, c, d) => {
        expect(isPublicAddress(`::ffff:${a}.${b}.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`${a}.${b}.${c}.${d}`)).toBe(false);
      }),
    );
  });
});

describe("a server of this machine", () => {
  it("may be named in development, by plain http, and never in production", async () => {
    const url = "http://localhost:3999/hook";
    expect((await save(url)).status).toBe(201);
    const nowhere = async () => [];
    expect(await placeOf({ allowsLocal: true, findAddresses: nowhere }, url)).toBe("public");
    expect(await placeOf({ allowsLocal: false, findAddresses: nowhere }, url)).toBe("private");
    expect(["http://localhost.evil.ma/", "http://127.0.0.2/", "https://localhost/"].filter(isLocalUrl)).toEqual([]);
  });
});

describe("public addresses", () => {
  it.each([PUBLIC_ADDRESS, "1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4006:80b::200e"])(
    "are let through: %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});
