// Hamza and madda are marks to NFKD and fall with the others.
const LETTERS: Readonly<Record<string, string>> = {
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  گ: "ك",
  ڭ: "ك",
  ڤ: "ف",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
};
const ZEROS = [0x660, 0x6f0];
const ARTICLE = /^(?:وال|بال|ال|لل)(?=.{3})/u;

/**
 * The words of a text as the search index keeps them and as a query asks for them, parted by one space: without case,
 * accents, vowel marks and tatweel, Arabic letters that people write for each other made one, digits as 0 to 9, the Arabic
 * article taken off where at least three letters remain. Folding twice changes nothing.
 */
export function foldSearchText(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/[ٱىةگڭڤœæßø]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, westernDigit);
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .map(withoutArticle)
    .filter((word) => word !== "")
    .join(" ");
}

function westernDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
}

// Again while there is one, or folding what was folded would take off another.
function withoutArticle(word: string): string {
  const rest = word.replace(ARTICLE, "");
  return rest === word ? word : withoutArticle(rest);
}
