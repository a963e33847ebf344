/** A word of a file as it is compared: without case, accents, spaces and punctuation. */
export function foldWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** The key whose word it is, in any of the languages; the text itself when it is none's. */
export function keyOfWord(words: Readonly<Record<string, Readonly<Record<string, string>>>>, cell: string): string {
  const word = foldWord(cell);
  const found = Object.entries(words).find(([key, names]) =>
    [key, ...Object.values(names)].map(foldWord).includes(word),
  );
  return found?.[0] ?? cell;
}
