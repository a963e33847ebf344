import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../workers/core/base64url.ts";
import { importClickKeys, mintClickToken, nonceOf, verifyClickToken } from "../../workers/core/click-token.ts";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const secret = (byte: number) => toBase64Url(new Uint8Array(32).fill(byte));
const keys = importClickKeys(`2:${secret(2)},1:${secret(1)}:2026-11-01`);
const random = new Uint8Array([1, 2, 3, 4, 5, 6]);

describe("a click token", () => {
  it("gives back link, second and nonce, for any of them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 40 - 1 }),
        fc.integer({ min: 0, max: 2 ** 40 - 1 }),
        fc.uint8Array({ minLength: 6, maxLength: 6 }),
        (link, seconds, bytes) => {
          const token = mintClickToken(keys, link, seconds * 1000 + 999, bytes);
          expect(token).toMatch(/^[A-Za-z0-9_-]{36}$/);
          expect(verifyClickToken(keys, token, NOW)).toEqual({
            ok: true,
            linkNumber: link,
            clickedAt: seconds * 1000,
            nonce: nonceOf(bytes),
          });
        },
      ),
    );
  });

  it("forged in any bit of any byte is rejected", () => {
    const bytes = fromBase64Url(mintClickToken(keys, 42, NOW, random)) ?? new Uint8Array();
    expect(bytes).toHaveLength(27);
    for (let index = 0; index < 27; index++) {
      for (let bit = 0; bit < 8; bit++) {
        const forged = bytes.slice();
        forged[index] = (forged[index] ?? 0) ^ (1 << bit);
        const verified = verifyClickToken(keys, toBase64Url(forged), NOW);
        expect([index, bit, verified.ok]).toEqual([index, bit, false]);
      }
    }
  });

  it("cut, longer, or of other characters is malformed", () => {
    const token = mintClickToken(keys, 42, NOW, random);
    for (const wrong of [
      "",
      token.slice(1),
      token.slice(0, 35),
      `${token}A`,
      `${token.slice(0, 35)}=`,
      `${token.slice(0, 35)}+`,
      " ".repeat(36),
      "é".repeat(36),
    ]) {
      expect(verifyClickToken(keys, wrong, NOW)).toEqual({ ok: false, reason: "token_malformed" });
    }
  });

  it("of a retired key verifies for 91 days more, and not a day longer", () => {
    const old = mintClickToken(importClickKeys(`1:${secret(1)}`), 42, NOW, random);
    const retiredAt = Date.parse("2026-11-01");
    expect(verifyClickToken(keys, old, retiredAt + 91 * DAY_MS).ok).toBe(true);
    expect(verifyClickToken(keys, old, retiredAt + 91 * DAY_MS + 1)).toEqual({
      ok: false,
      reason: "token_unknown_key",
    });
  });

  it("is minted with the current key only", () => {
    expect(fromBase64Url(mintClickToken(keys, 42, NOW, random))?.[0]).toBe(2);
  });
});

describe("the keys' configuration", () => {
  it.each([
    ["no secret", "1:"],
    ["a short secret", `1:${toBase64Url(new Uint8Array(16))}`],
    ["an id over 255", `256:${secret(1)}`],
    ["two keys with one id", `1:${secret(1)},1:${secret(2)}`],
    ["a current key that has retired", `1:${secret(1)}:2026-01-01`],
    ["a retirement that is no date", `2:${secret(2)},1:${secret(1)}:soon`],
  ])("with %s is refused by name, without the value", (_name, config) => {
    expect(() => importClickKeys(config)).toThrow(/^CLICK_KEYS: [^A-Z]+/);
    expect(() => importClickKeys(config)).not.toThrow(secret(1));
  });
});
