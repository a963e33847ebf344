import type { ProblemCode } from "../../../schemas/problem.ts";
import type { Locale } from "../../../schemas/users.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { ar as ordersAr } from "./orders/ar.ts";
import { en as ordersEn } from "./orders/en.ts";
import { type OrderTexts, fr as ordersFr } from "./orders/fr.ts";

export interface ProblemText {
  readonly title: string;
  readonly detail: string;
}

/** What every part of the API may answer; orders and what surrounds them have their own files. */
export type CommonTexts = Readonly<Record<Exclude<ProblemCode, keyof OrderTexts>, ProblemText>>;

export interface ProblemTexts {
  readonly problems: Readonly<Record<ProblemCode, ProblemText>>;
}

export const problemTexts: Readonly<Record<Locale, ProblemTexts>> = {
  fr: { problems: { ...fr, ...ordersFr } },
  en: { problems: { ...en, ...ordersEn } },
  ar: { problems: { ...ar, ...ordersAr } },
};
