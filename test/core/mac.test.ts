import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "../../workers/core/digest.ts";
import { macKey, tagHex } from "../../workers/core/mac.ts";

const bytes = (hex: string) => new Uint8Array(hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []);

describe("HMAC-SHA-256", () => {
  it.each([
    ["0b".repeat(20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
    ["4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
    [
      "aa".repeat(131),
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    ],
  ])("gives the tags of RFC 4231 (key %s)", (key, message, tag) => {
    expect(tagHex(macKey(bytes(key)), message)).toBe(tag);
  });

  it("gives what WebCrypto gives, one message after the other with the same key", async () => {
    const secret = new Uint8Array(32).fill(5);
    const key = macKey(secret);
    const reference = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (message) => {
        const expected = await crypto.subtle.sign("HMAC", reference, new Uint8Array(message));
        expect(toHex(key.tag(message).buffer)).toBe(toHex(expected));
      }),
    );
  });
});
