/** A value amid a sentence, isolated (U+2068 … U+2069) so that a Latin name does not reorder Arabic words, nor the reverse. */
export function isolated(value: string): string {
  return `\u2068${value}\u2069`;
}
