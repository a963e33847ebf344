import { STOREFRONT_THEMES } from "../../../schemas/storefronts.ts";
import { storefrontEditTexts } from "../text/storefront-edit/texts.ts";
import { Card } from "../ui/card.tsx";
import { Stack } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ThemeSwatches } from "../ui/theme-swatches.tsx";
import type { StorefrontForm } from "./storefront-inputs.ts";

/** The theme, and the sentence under the name in each language. */
export function StorefrontLook(props: { form: StorefrontForm }) {
  const texts = () => storefrontEditTexts();
  const themes = () => {
    const { themePaper, themeNight, themeMajorelle, themeSaffron, themeMint } = texts();
    const names = {
      paper: themePaper,
      night: themeNight,
      majorelle: themeMajorelle,
      saffron: themeSaffron,
      mint: themeMint,
    };
    return STOREFRONT_THEMES.map((value) => ({ value, text: names[value] }));
  };
  return (
    <Card title={texts().look}>
      <Stack>
        <ThemeSwatches
          legend={texts().theme}
          name="theme"
          themes={themes()}
          value={props.form.values().theme}
          onChange={(theme) => props.form.set("theme", theme)}
        />
        <TextField
          {...props.form.text("headline.fr")}
          label={texts().headline}
          hint={texts().headlineHint}
          lang="fr"
          maxlength={300}
          optional
        />
        <TextField {...props.form.text("headline.ar")} label={texts().headlineAr} lang="ar" maxlength={300} optional />
        <TextField {...props.form.text("headline.en")} label={texts().headlineEn} lang="en" maxlength={300} optional />
      </Stack>
    </Card>
  );
}
