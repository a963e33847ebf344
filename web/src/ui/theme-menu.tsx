import Monitor from "lucide-solid/icons/monitor";
import Moon from "lucide-solid/icons/moon";
import Sun from "lucide-solid/icons/sun";
import { Dynamic } from "solid-js/web";
import { uiTexts } from "../text/ui/texts.ts";
import { chooseTheme, THEMES, theme } from "../theme.ts";
import { ChoiceMenu } from "./choice-menu.tsx";

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Light, dark, or as the device. */
export function ThemeMenu() {
  const texts = () => ({ system: uiTexts().themeSystem, light: uiTexts().themeLight, dark: uiTexts().themeDark });
  return (
    <ChoiceMenu
      label={uiTexts().theme}
      icon={<Dynamic component={ICONS[theme()]} class="size-5" />}
      options={THEMES.map((value) => ({ value, text: texts()[value] }))}
      value={theme()}
      onChange={(value) => chooseTheme(THEMES.find((known) => known === value) ?? "system")}
    />
  );
}
