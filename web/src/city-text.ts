import { CITIES } from "../../schemas/cities.ts";
import { locale } from "./locale.tsx";

/** A city's name in the language of the page. */
export function cityText(key: string): string {
  const city = CITIES.find((known) => known.key === key);
  return city ? { fr: key, en: city.en, ar: city.ar }[locale()] : key;
}
