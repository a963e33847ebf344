import type { ProblemCode } from "../../../schemas/problem.ts";
import type { Locale } from "../../../schemas/users.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export interface ProblemText {
  readonly title: string;
  readonly detail: string;
}

export interface ProblemTexts {
  readonly problems: Readonly<Record<ProblemCode, ProblemText>>;
  readonly fields: Readonly<Record<FieldCode, string>>;
}

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
  | "link.ends_before_start"
  | "link.slug_reserved"
  | "link.target_outside_hosts";

export const problemTexts: Readonly<Record<Locale, ProblemTexts>> = { fr, en, ar };
