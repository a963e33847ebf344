import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldSearchText } from "../../workers/core/fold-search-text.ts";

const same = (one: string, other: string) => expect(foldSearchText(one)).toBe(foldSearchText(other));

describe("folding text for the search", () => {
  it("reads vowel marks, hamza, teh marbuta, final yeh and tatweel as people leave them out", () => {
    same("مُحَمَّد", "محمد");
    same("أحمد", "احمد");
    same("إلى آخر ٱلمدى", "الي اخر المدي");
    same("مدرسة", "مدرسه");
    same("مؤسسة مائدة", "موسسه مايده");
    same("جـــلابة", "جلابة");
  });

  it("reads the letters of Morocco as their neighbours", () => {
    same("ڭميص گميص", "كميص كميص");
    same("ڤيلا", "فيلا");
    same("ﷲ ﻻ", "الله لا");
  });

  it("takes the article off, alone and joined to a preposition, where a word remains", () => {
    for (const word of ["الزليج", "والزليج", "بالزليج", "للزليج", "زليج"]) expect(foldSearchText(word)).toBe("زليج");
    expect(foldSearchText("الم لله")).toBe("الم لله");
  });

  it("reads digits of every hand, and keeps those that are letters of Darija", () => {
    expect(foldSearchText("٣٣ واط ۱۰۰")).toBe("33 واط 100");
    expect(foldSearchText("7anout l3asal 9dim")).toBe("7anout l3asal 9dim");
  });

  it("reads French without accents, case and ligatures, words parted by anything that is no letter", () => {
    expect(foldSearchText("Œuvre brodée à l’ÉTÉ, Fès-Meknès (n°2)")).toBe("oeuvre brodee a l ete fes meknes n 2");
    same("Ça été", "ca ete");
    same("ﬁne ①", "fine 1");
  });

  it("makes nothing of text without words", () => expect(foldSearchText(' "*\u0640\u064b— 👍🏽 \ud800 ')).toBe(""));

  it("changes nothing the second time, and leaves letters, digits and single spaces only", () => {
    const arabic = fc.string({ unit: fc.constantFrom(..."الواببلأإةىؤئگ٣ـَّزليجم ") });
    fc.assert(
      fc.property(fc.oneof(arabic, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), (text) => {
        const folded = foldSearchText(text);
        expect(foldSearchText(folded)).toBe(folded);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
      { numRuns: 5_000 },
    );
  });
});
