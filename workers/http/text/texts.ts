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
}

export const problemTexts: Readonly<Record<Locale, ProblemTexts>> = { fr, en, ar };
