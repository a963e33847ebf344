const ALPHABET = "abcdefghjkmnpqrstvwxyz0123456789";

/** Five bits a character, from letters and digits that are not taken for one another (no i, l, o, u). */
export function toBase32(bytes: Uint8Array): string {
  let [text, bits, held] = ["", 0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    for (; held >= 5; held -= 5) text += ALPHABET.charAt((bits >> (held - 5)) & 31);
    bits &= (1 << held) - 1;
  }
  return text;
}
