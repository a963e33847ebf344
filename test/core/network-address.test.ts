import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds, type Network, networkOf, networkText, parseNetwork } from "../../workers/core/network-address.ts";

const network = (text: string): Network => {
  const read = parseNetwork(text);
  if (!read) throw new Error(`${text} is no network`);
  return read;
};
const isIn = (address: string, cidr: string) => holds(network(cidr), network(address));

describe("a network", () => {
  it("of IPv4 holds exactly the addresses that share its first bits", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 0, max: 32 }), (one, other, prefix) => {
        const bits = (text: string) =>
          text
            .split(".")
            .map((part) => Number(part).toString(2).padStart(8, "0"))
            .join("");
        expect(isIn(one, `${one}/${prefix}`)).toBe(true);
        expect(isIn(other, `${one}/${prefix}`)).toBe(bits(one).slice(0, prefix) === bits(other).slice(0, prefix));
      }),
    );
  });

  it("reads IPv6 in every spelling and writes it in one", () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.integer({ min: 0, max: 128 }), (address, prefix) => {
        const read = parseNetwork(address);
        if (!read || read.family === 4) return;
        expect(isIn(address, `${address}/${prefix}`)).toBe(true);
        expect(parseNetwork(networkText(read))).toEqual(read);
        expect(parseNetwork(address.toUpperCase())).toEqual(read);
      }),
    );
    expect(network("2001:db8::1")).toEqual(network("2001:0db8:0:0:0:0:0:1"));
    expect([isIn("2001:db8:1::5", "2001:db8::/32"), isIn("2001:db9::5", "2001:db8::/32")]).toEqual([true, false]);
  });

  it("takes an IPv4 address written as IPv6 for what it is, and never mixes the families", () => {
    expect(isIn("::ffff:196.200.1.7", "196.200.0.0/16")).toBe(true);
    expect(isIn("196.200.1.7", "::/0")).toBe(false);
    expect(networkText(network("::ffff:196.200.1.7/112"))).toBe("196.200.0.0/16");
  });

  it("cuts the bits past its prefix, so that each network has one spelling", () => {
    expect(networkText(network("196.200.99.7/16"))).toBe("196.200.0.0/16");
    expect(networkText(network("2001:db8:ffff::1/33"))).toBe("2001:db8:8000:0:0:0:0:0/33");
  });

  it.each([
    "",
    "1.2.3",
    "1.2.3.4.5",
    "256.1.1.1",
    "01.2.3.4",
    "1.2.3.4/33",
    "1.2.3.4/",
    "1.2.3.4/8/8",
    "::1::2",
    ":::",
    "1:2:3:4:5:6:7:8:9",
    "g::1",
    "::/129",
    "2001:db8::/x",
    "::ffff:1.2.3.4/95",
    "::1.2.3.999",
    "localhost",
  ])("does not read %j", (text) => {
    expect(parseNetwork(text)).toBeUndefined();
  });
});

describe("what a client is counted by", () => {
  it("is the whole IPv4 address, and the /64 of an IPv6 one", () => {
    expect(networkOf("196.200.1.7")).toBe("196.200.1.7");
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2:0:0:0:0/64");
    expect(networkOf("2001:db8:1:2:ffff::1")).toBe(networkOf("2001:db8:1:2:3:4:5:6"));
    expect([networkOf("10.0.0.0/8"), networkOf("nonsense")]).toEqual([undefined, undefined]);
  });
});
