import type * as z from "zod";
import { ar } from "./field-texts/ar.ts";
import { en } from "./field-texts/en.ts";
import { fr } from "./field-texts/fr.ts";
import type { Locale } from "./users.ts";

export type FieldCode =
  | "value.missing"
  | "value.wrong_form"
  | "value.not_listed"
  | "number.expected"
  | "number.not_whole"
  | "number.too_small"
  | "number.too_big"
  | "text.expected"
  | "text.too_short"
  | "text.too_long"
  | "list.too_short"
  | "list.too_long"
  | "date.wrong_form"
  | "url.wrong_form"
  | "currency.unknown"
  | "date.in_future"
  | "order_id.unusable"
  | "order_id.reserved"
  | "metadata.too_many_keys"
  | "metadata.too_large"
  | "event.says_nothing"
  | "event.refund_twice"
  | "email.wrong_form"
  | "password.too_common"
  | "password.is_name"
  | "terms.not_accepted"
  | "scope.not_allowed"
  | "handle.wrong_form"
  | "phone.wrong_form"
  | "date.in_past"
  | "address.wrong_form"
  | "address.too_wide"
  | "address.own"
  | "link.ends_before_start"
  | "link.slug_reserved"
  | "link.target_outside_hosts"
  | "category.unknown"
  | "city.unknown"
  | "host.wrong_form"
  | "host.lookalike"
  | "product.landing_outside_hosts"
  | "commission.incomplete"
  | "commission.above_price"
  | "account.unknown"
  | "link.slug_rude"
  | "link.slug_lookalike"
  | "link.not_own"
  | "column.unknown"
  | "column.twice"
  | "line.too_many_cells"
  | "reference.twice"
  | "product.archived"
  | "product.quota_reached"
  | "event.undo_alone"
  | "secret.missing"
  | "polling.unsupported"
  | "period.too_long"
  | "period.reversed"
  | "order.unknown"
  | "order.differs"
  | "order.twice"
  | "label.unknown"
  | "amount.wrong_form"
  | "date.unreadable"
  | "date.too_old"
  | "refund.above_order"
  | "return.hold_passed";

export type FieldTexts = Readonly<Record<FieldCode, string>>;

export const fieldTexts: Readonly<Record<Locale, FieldTexts>> = { fr, en, ar };

type Values = Readonly<Record<string, string | number>>;

/** What is wrong with a field, in the language: for an issue of zod, or for one of our own field codes and what it names. */
export function fieldMessage(fault: z.core.$ZodIssue | string, locale: Locale, named: Values = {}): string {
  const [code, values] = typeof fault === "string" ? [fault, named] : codeOf(fault);
  const text = Object.entries(fieldTexts[locale]).find(([key]) => key === code)?.[1] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

function codeOf(issue: z.core.$ZodIssue): [code: string, values: Values] {
  switch (issue.code) {
    case "invalid_type":
      return [typeCode(issue), {}];
    case "too_small":
      if (issue.input === "") return ["value.missing", {}];
      return [sizeCode(issue.origin, "small"), { limit: Number(issue.minimum) }];
    case "too_big":
      return [sizeCode(issue.origin, "big"), { limit: Number(issue.maximum) }];
    case "invalid_value":
      return ["value.not_listed", { values: issue.values.map(String).join(", ") }];
    case "invalid_format":
      return [formatCode(issue.format), {}];
    case "invalid_union":
      return issue.input === undefined ? ["value.missing", {}] : [unionCode(issue), {}];
    case "custom":
      return customCode(issue);
    default:
      return ["value.wrong_form", {}];
  }
}

function customCode({ params }: z.core.$ZodIssueCustom): [code: string, values: Values] {
  const code = typeof params?.code === "string" ? params.code : "value.wrong_form";
  return [code, typeof params?.limit === "number" ? { limit: params.limit } : {}];
}

function typeCode(issue: z.core.$ZodIssueInvalidType): FieldCode {
  if (issue.input === undefined) return "value.missing";
  if (issue.expected === "int") return "number.not_whole";
  if (issue.expected === "number") return "number.expected";
  return issue.expected === "string" ? "text.expected" : "value.wrong_form";
}

// Of several forms that all fail, the first says what is expected.
function unionCode({ errors }: z.core.$ZodIssueInvalidUnion): FieldCode {
  const first = errors[0]?.[0];
  return first?.code === "invalid_format" ? formatCode(first.format) : "value.wrong_form";
}

function sizeCode(origin: string, side: "small" | "big"): FieldCode {
  if (origin === "string") return side === "small" ? "text.too_short" : "text.too_long";
  if (origin === "array") return side === "small" ? "list.too_short" : "list.too_long";
  return side === "small" ? "number.too_small" : "number.too_big";
}

function formatCode(format: string): FieldCode {
  if (format === "datetime") return "date.wrong_form";
  return format === "url" ? "url.wrong_form" : "value.wrong_form";
}
