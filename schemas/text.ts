/** Arabic-Indic and extended Arabic-Indic digits as 0-9, invisible format characters gone (data rules, cleaning 2 and 3). */
export function plainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\p{Cf}/gu, "");
}

/** A coupon code as it is compared: without case, surrounding space, or differences of digits. */
export function couponKey(code: string): string {
  return plainDigits(code).trim().toUpperCase();
}

/** A Moroccan mobile number as +212 and nine digits, or undefined (data rules, `phone`). */
export function moroccanPhone(text: string): string | undefined {
  const bare = plainDigits(text)
    .replace(/[\s\p{Pd}\u2212./]/gu, "")
    .replace(/^(\+212|00212|212)\(0\)/, "$1")
    .replace(/[()]/g, "");
  const match = /^(?:\+212|00212|212|0)([67]\d{8})$/.exec(bare);
  return match ? `+212${match[1]}` : undefined;
}
