import Languages from "lucide-solid/icons/languages";
import { LOCALES } from "../../../schemas/locales.ts";
import { chooseLocale, LANGUAGE_NAMES, locale } from "../locale.tsx";
import { uiTexts } from "../text/ui/texts.ts";
import { ChoiceMenu } from "./choice-menu.tsx";

const SHORT_NAMES = { fr: "FR", en: "EN", ar: "ع" } as const;
const OPTIONS = LOCALES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }));

/** The language of the page, each named in itself. */
export function LanguageMenu() {
  return (
    <ChoiceMenu
      label={uiTexts().language}
      icon={<Languages class="size-5" />}
      shown={SHORT_NAMES[locale()]}
      options={OPTIONS}
      value={locale()}
      onChange={(value) => chooseLocale(LOCALES.find((known) => known === value) ?? "fr")}
    />
  );
}
