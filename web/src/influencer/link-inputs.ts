import { casablancaOffsetMs } from "../../../schemas/calendar.ts";
import type { Link } from "../../../schemas/links.ts";
import { typedCount } from "../typed-number.ts";

export const UTM_KEYS = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"] as const;
export const SUB_KEYS = ["sub1", "sub2", "sub3", "sub4", "sub5"] as const;
export const DEVICES = ["ios", "android", "desktop"] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A link as it is typed: every field a text. */
export const NEW_LINK = {
  productId: "",
  slug: "",
  title: "",
  folder: "",
  tags: "",
  targetUrl: "",
  "rules.ios": "",
  "rules.android": "",
  "rules.desktop": "",
  "utm.utm_source": "",
  "utm.utm_medium": "",
  "utm.utm_campaign": "",
  "utm.utm_term": "",
  "utm.utm_content": "",
  "sub.sub1": "",
  "sub.sub2": "",
  "sub.sub3": "",
  "sub.sub4": "",
  "sub.sub5": "",
  startsAt: "",
  endsAt: "",
  clicksMax: "",
};
export type LinkInputs = typeof NEW_LINK;

/** A link as it would be typed. */
export function inputsOf(link: Link): LinkInputs {
  const typed = { ...NEW_LINK };
  for (const key of UTM_KEYS) typed[`utm.${key}`] = link.utm[key] ?? "";
  for (const key of SUB_KEYS) typed[`sub.${key}`] = link.sub[key] ?? "";
  for (const device of DEVICES) typed[`rules.${device}`] = link.rules[device] ?? "";
  return {
    ...typed,
    productId: link.productId,
    slug: link.slug,
    title: link.title ?? "",
    folder: link.folder ?? "",
    tags: link.tags.join(", "),
    targetUrl: link.targetUrl,
    startsAt: dayOf(link.startsAt),
    endsAt: dayOf(link.endsAt),
    clicksMax: link.clicksMax === null ? "" : String(link.clicksMax),
  };
}

/** What was typed as the API takes it: what is empty is taken away, or absent where it cannot be. `before` keeps its hours. */
export function judgedLink(inputs: LinkInputs, before?: Link) {
  const filled = <Key extends string>(keys: readonly Key[], at: (key: Key) => string) =>
    Object.fromEntries(keys.flatMap((key) => (at(key).trim() ? [[key, at(key).trim()]] : [])));
  return {
    title: orNull(inputs.title),
    folder: orNull(inputs.folder),
    tags: inputs.tags
      .split(/[,،\n]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
    ...(inputs.targetUrl.trim() ? { targetUrl: inputs.targetUrl.trim() } : {}),
    rules: filled(DEVICES, (key) => inputs[`rules.${key}`]),
    utm: filled(UTM_KEYS, (key) => inputs[`utm.${key}`]),
    sub: filled(SUB_KEYS, (key) => inputs[`sub.${key}`]),
    startsAt: instantOf(inputs.startsAt, 0, before?.startsAt),
    endsAt: instantOf(inputs.endsAt, DAY_MS - 1000, before?.endsAt),
    clicksMax: typedCount(inputs.clicksMax) ?? null,
  };
}

/** What was typed for a new link. */
export const judgedNewLink = (inputs: LinkInputs) => ({
  ...judgedLink(inputs),
  productId: inputs.productId || undefined,
  ...(inputs.slug.trim() ? { slug: inputs.slug.trim() } : {}),
});

/** The day in Casablanca of an instant, as a date field holds it. */
export function dayOf(instant: string | null): string {
  if (instant === null) return "";
  const ms = Date.parse(instant);
  return new Date(ms + casablancaOffsetMs(ms)).toISOString().slice(0, 10);
}

/** The instant so far into a day of Casablanca; the one before where the day is still the same. */
export function instantOf(day: string, intoDayMs: number, before: string | null = null): string | null {
  if (day === "") return null;
  if (before !== null && dayOf(before) === day) return before;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? day : new Date(ms - casablancaOffsetMs(ms) + intoDayMs).toISOString();
}

const orNull = (text: string) => (text.trim() === "" ? null : text);
