import type { FraudCase, FraudHit } from "../../../schemas/fraud.ts";
import { formatDate } from "../dates.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { listText } from "../text/list-text.ts";
import type { Status } from "../ui/status-badge.tsx";

// Names and numbers never turn the sentence around.
export const isolated = (value: string | number) => `\u2068${value}\u2069`;

export const STATUS_OF: Readonly<Record<FraudCase["state"], Status>> = {
  open: "checked",
  cleared: "cleared",
  rejected: "rejected",
};

/** What was seen, as one sentence with its numbers. */
export function seenText({ rule, evidence }: FraudHit): string {
  const values = Object.entries(evidence).map(([name, value]) => [name, isolated(valueText(name, value))] as const);
  return fill(fraudTexts().seen[rule], Object.fromEntries(values));
}

/** What the rules found, by name. */
export const rulesText = (hits: readonly FraudHit[]): string =>
  listText(hits.map(({ rule }) => fraudTexts().rules[rule]));

/** What only staff see of the evidence: what is usual, and what others do. */
export function usualFacts({ evidence }: FraudHit): { readonly name: string; readonly value: string }[] {
  const names: Readonly<Record<string, string>> = fraudTexts().evidence;
  return Object.entries(evidence).flatMap(([key, value]) => {
    const name = names[key];
    return name === undefined || value === null ? [] : [{ name, value: valueText(key, value) }];
  });
}

function valueText(name: string, value: FraudHit["evidence"][string] | undefined): string {
  if (name === "same") return sameText(String(value));
  return typeof value === "number" ? numberText(value) : String(value ?? "");
}

function sameText(value: string): string {
  const names: Readonly<Record<string, string>> = fraudTexts().same;
  return listText(value.split("+").map((one) => names[one] ?? one));
}

/** A count, or a mean with one decimal. */
export function numberText(value: number): string {
  const [whole = "0", part] = String(value).split(".");
  return part === undefined ? formatCount(value, locale()) : `${whole}${locale() === "en" ? "." : ","}${part}`;
}

/** What the case is about, as its influencer knows it. */
export function ownTitle({ orderedAt, product, linkId }: FraudCase): string {
  const texts = fraudTexts().own;
  if (orderedAt !== null) return fill(texts.order, { date: isolated(formatDate(orderedAt, locale())) });
  if (linkId !== null && product !== null) return fill(texts.link, { product: isolated(textIn(product)) });
  return product === null ? texts.account : textIn(product);
}

/** The kind of thing the case is about. */
export function subjectText({ conversionId, linkId, product }: FraudCase): string {
  const texts = fraudTexts().queue;
  if (conversionId !== null) return texts.order;
  return linkId === null && product === null ? texts.account : texts.link;
}
