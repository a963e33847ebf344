import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { casablancaOffsetMs } from "../../schemas/calendar.ts";
import { typeId } from "../../schemas/ids.ts";
import { couponKey, moroccanPhone } from "../../schemas/text.ts";
import { fromBase64Url, toBase64Url } from "../../workers/core/base64url.ts";
import { casablancaDay } from "../../workers/core/calendar.ts";
import { canonicalJson } from "../../workers/core/digest.ts";
import { newId, typeIdSuffix } from "../../workers/core/ids.ts";
import { importSealKeys, seal, unseal } from "../../workers/core/seal.ts";
import validators from "../data/phones.json";

const bytesOf = (hex: string) => new Uint8Array((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));

describe("ids", () => {
  it("write a UUID as the TypeID specification's valid cases do", () => {
    expect(typeIdSuffix(bytesOf("00000000000000000000000000000000"))).toBe("00000000000000000000000000");
    expect(typeIdSuffix(bytesOf("0110c8531d0952d8d73e1194e95b5f19"))).toBe("0123456789abcdefghjkmnpqrs");
    expect(typeIdSuffix(bytesOf("ffffffffffffffffffffffffffffffff"))).toBe("7zzzzzzzzzzzzzzzzzzzzzzzzz");
  });

  it("sort by time, carry version 7, and are accepted by their own schema", () => {
    const ids = [1_000, 2_000, 1_795_000_000_000].map((time) => newId("usr", time, new Uint8Array(10).fill(255)));
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) expect(typeId("usr").safeParse(id).success).toBe(true);
    expect(typeId("prd").safeParse(ids[0]).success).toBe(false);
  });
});

describe("base64url", () => {
  it("comes back as it went", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect([...(fromBase64Url(toBase64Url(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
    expect(fromBase64Url("a b")).toBeUndefined();
    expect(fromBase64Url("abcde")).toBeUndefined();
  });
});

describe("Casablanca's clock", () => {
  it("is +01 before 20 September 2026, +00 in Ramadan, and +00 for good after it, whatever the runtime's tables say", () => {
    const hours = (iso: string) => casablancaOffsetMs(Date.parse(iso)) / 3_600_000;
    expect([hours("2026-01-10T12:00:00Z"), hours("2026-03-01T12:00:00Z"), hours("2026-07-01T12:00:00Z")]).toEqual([
      1, 0, 1,
    ]);
    expect([hours("2026-09-20T00:59:59Z"), hours("2026-09-20T01:00:00Z"), hours("2026-11-23T12:00:00Z")]).toEqual([
      1, 0, 0,
    ]);
    expect(casablancaDay(Date.parse("2026-07-01T23:30:00Z"))).toBe(casablancaDay(Date.parse("2026-07-02T10:00:00Z")));
    expect(casablancaDay(Date.parse("2026-11-23T23:59:59Z"))).toBe(Date.parse("2026-11-23") / 86_400_000);
  });
});

describe("a sealed text", () => {
  it("opens with its key and purpose only, and not when touched", async () => {
    const key = (byte: number, id: number) => `${id}:${toBase64Url(new Uint8Array(32).fill(byte))}`;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const old = await importSealKeys(key(1, 1));
    const sealed = await seal(old, "order_confirmation", "+212612345678", iv);
    const rotated = await importSealKeys(`${key(2, 2)},${key(1, 1)}`);
    expect(await unseal(rotated, "order_confirmation", sealed)).toBe("+212612345678");
    await expect(unseal(rotated, "payout", sealed)).rejects.toThrow();
    await expect(unseal(await importSealKeys(key(2, 2)), "order_confirmation", sealed)).rejects.toThrow();
    await expect(unseal(rotated, "order_confirmation", `${sealed.slice(0, -2)}AA`)).rejects.toThrow();
  });
});

describe("texts people type", () => {
  it("phones: every case of the shared validators", () => {
    expect(validators.length).toBeGreaterThan(10);
    for (const { input, valid, normalized, why } of validators)
      expect([why, moroccanPhone(input) ?? null]).toEqual([why, valid ? normalized : null]);
  });

  it("codes compare without case, space, direction marks or kind of digit", () => {
    expect(couponKey(" sara\u200f٢٠ ")).toBe("SARA20");
    expect(couponKey("Ｓara20")).toBe("SARA20");
  });

  it("JSON hashes alike whatever the order of its keys", () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: "é" }], x: undefined })).toBe(
      canonicalJson({ a: [{ c: "é", d: null }], b: 1 }),
    );
  });
});
