import { RUDE_WORDS } from "./rude-words.ts";

export type SlugFault = "link.slug_reserved" | "link.slug_rude" | "link.slug_lookalike";

// First words of our own addresses, of the web and of the Workers, and names that promise it is us who speak.
const RESERVED_SLUGS: readonly string[] = `
about account admin affiliates analytics api api-keys app assets auth blog cart cdn-cgi checkout contact dashboard data demo dev docs explore
faq favicon forgot-password health help home images img import imports influencer influencers invoices kyc legal links liveness
login logout marketplace media merchant merchants notifications official officiel openapi order orders pages payment payments
payouts paiement paiements pricing privacy product products profile qr readiness redoc register requests reset-password robots
search security securite sessions settings sitemaps shareyoursales shop sign-in sign-out sign-up signin signup sitemap sites static statistics
status storefront storefronts support sys t-js terms tracking ui user users verify-email webhooks well-known www
`
  .trim()
  .split(/\s+/);

// What the eye takes for the same on a phone: one sign for each family, hyphens and doubled letters left out.
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/-/g, ""],
  [/0/g, "o"],
  [/[1i|]/g, "l"],
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/cl/g, "d"],
  [/5/g, "s"],
  [/3/g, "e"],
  [/4/g, "a"],
  [/8/g, "b"],
  [/[69]/g, "g"],
  [/7/g, "t"],
  [/2/g, "z"],
  [/(.)\1+/g, "$1"],
];
// The digits that stand for letters everywhere; 3, 5, 7 and 9 are letters of their own in Darija and are tried as such too.
const LEET: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", 8: "b" };

const squeezed = (word: string) => word.replace(/(.)\1+/g, "$1");
const reserved: ReadonlySet<string> = new Set(RESERVED_SLUGS);
const reservedLooks: ReadonlySet<string> = new Set(RESERVED_SLUGS.map(looksLike));
const rude: ReadonlySet<string> = new Set(RUDE_WORDS.map(squeezed));

/** Why a well-formed slug may not be chosen; undefined when it may, if nobody has it. */
export function slugFaultOf(slug: string): SlugFault | undefined {
  if (reserved.has(slug)) return "link.slug_reserved";
  if (isRude(slug)) return "link.slug_rude";
  return reservedLooks.has(looksLike(slug)) ? "link.slug_lookalike" : undefined;
}

function looksLike(slug: string): string {
  return LOOKALIKES.reduce((text, [sign, plain]) => text.replace(sign, plain), slug);
}

// Whole words only, with their digits as letters and as they are; letters set apart by hyphens make a word too.
function isRude(slug: string): boolean {
  const words = slug.split("-");
  const spelled = words.every((word) => word.length <= 2) ? [words.join("")] : [];
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`);
  return [...words, ...pairs.filter((pair) => pair.length >= 6), ...spelled, words.join("")].some((word) => {
    const plain = squeezed(word);
    return rude.has(plain) || rude.has(squeezed(plain.replace(/\d/g, (digit) => LEET[digit] ?? digit)));
  });
}
