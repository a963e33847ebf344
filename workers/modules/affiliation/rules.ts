import type { LINK_STATES } from "../../../schemas/links.ts";
import type { LinkRow } from "./tables.ts";

// No 0/o, 1/l/i, u/v: a slug is read aloud in a story and typed on a phone.
const SLUG_ALPHABET = "23456789abcdefghjkmnpqrstwxyz";
const SLUG_LENGTH = 7;

/** A slug of 7 unambiguous letters and digits out of 7 random bytes; 29^7 is 17 thousand million. */
export function slugFrom(random: Uint8Array): string {
  return Array.from(random.subarray(0, SLUG_LENGTH), (byte) => SLUG_ALPHABET.charAt(byte % SLUG_ALPHABET.length)).join(
    "",
  );
}

/** The state people see: a running link past its end is expired. */
export function linkStateAt(link: Pick<LinkRow, "state" | "endsAt">, nowMs: number): (typeof LINK_STATES)[number] {
  return link.state === "active" && link.endsAt !== null && nowMs > link.endsAt ? "expired" : link.state;
}

interface TemplateValues {
  readonly handle: string;
  readonly slug: string;
  readonly product: string;
}

const UTM_VALUE_MAX = 100;

/** The utm values with `{handle}`, `{slug}` and `{product}` filled in; other braces stay. */
export function filledUtm(
  utm: Readonly<Record<string, string>>,
  values: TemplateValues,
): Readonly<Record<string, string>> {
  const fill = (text: string) =>
    text
      .replaceAll("{handle}", () => values.handle)
      .replaceAll("{slug}", () => values.slug)
      .replaceAll("{product}", () => values.product)
      .slice(0, UTM_VALUE_MAX)
      .toWellFormed();
  return Object.fromEntries(Object.entries(utm).map(([name, text]) => [name, fill(text)]));
}

/** A title as one word of an address: `djellaba-brodee-de-fes`. Empty when it has no Latin letter. */
export function addressWord(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
