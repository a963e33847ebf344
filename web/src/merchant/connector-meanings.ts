import { LABEL_MEANINGS, type LabelMeaning } from "../../../schemas/connectors.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { statusTexts } from "../text/status/texts.ts";

/** What a label may mean, in the language of the page. */
function meaningText(meaning: LabelMeaning): string {
  return meaning === "none" ? integrationTexts().mapping.none : statusTexts()[meaning];
}

/** The choices of a label's meaning. */
export const meaningOptions = () => LABEL_MEANINGS.map((value) => ({ value, text: meaningText(value) }));

/** A choice of such a list. */
export const meaningOf = (value: string): LabelMeaning | undefined =>
  LABEL_MEANINGS.find((meaning) => meaning === value);
