import { LOCALES, type Locale } from "../../../../schemas/locales.ts";
import { foldWord } from "../../../core/fold-word.ts";

/** What a column of the file holds, and where a fault of its value is found in the product's schema. */
export const COLUMN_KEYS = [
  "reference",
  "kind",
  "titleFr",
  "titleEn",
  "titleAr",
  "descriptionFr",
  "descriptionEn",
  "descriptionAr",
  "price",
  "commission",
  "category",
  "cities",
  "landingUrl",
  "inStock",
  "holdDays",
  "attributionDays",
  "state",
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

type Names = Readonly<Record<Locale, string>>;

/** The header of each column; capitals, accents, spaces and punctuation make no difference. */
export const COLUMN_NAMES: Readonly<Record<ColumnKey, Names>> = {
  reference: { fr: "Référence", en: "Reference", ar: "المرجع" },
  kind: { fr: "Type", en: "Kind", ar: "النوع" },
  titleFr: { fr: "Titre (français)", en: "Title (French)", ar: "العنوان (بالفرنسية)" },
  titleEn: { fr: "Titre (anglais)", en: "Title (English)", ar: "العنوان (بالإنجليزية)" },
  titleAr: { fr: "Titre (arabe)", en: "Title (Arabic)", ar: "العنوان (بالعربية)" },
  descriptionFr: { fr: "Description (français)", en: "Description (French)", ar: "الوصف (بالفرنسية)" },
  descriptionEn: { fr: "Description (anglais)", en: "Description (English)", ar: "الوصف (بالإنجليزية)" },
  descriptionAr: { fr: "Description (arabe)", en: "Description (Arabic)", ar: "الوصف (بالعربية)" },
  price: { fr: "Prix", en: "Price", ar: "السعر" },
  commission: { fr: "Commission", en: "Commission", ar: "العمولة" },
  category: { fr: "Catégorie", en: "Category", ar: "الفئة" },
  cities: { fr: "Villes", en: "Cities", ar: "المدن" },
  landingUrl: { fr: "Page de vente", en: "Landing page", ar: "صفحة البيع" },
  inStock: { fr: "En stock", en: "In stock", ar: "متوفر" },
  holdDays: { fr: "Jours de garantie", en: "Hold days", ar: "أيام الضمان" },
  attributionDays: { fr: "Jours d'attribution", en: "Attribution days", ar: "أيام الإسناد" },
  state: { fr: "État", en: "State", ar: "الحالة" },
};

/** Other spellings, as shops and earlier files write them. */
const OTHER_NAMES: Readonly<Partial<Record<ColumnKey, readonly string[]>>> = {
  reference: ["ref", "sku"],
  titleFr: ["titre", "title", "nom", "name", "العنوان", "title_fr", "titre_fr"],
  titleEn: ["title_en", "titre_en"],
  titleAr: ["title_ar", "titre_ar"],
  descriptionFr: ["description", "الوصف", "description_fr"],
  descriptionEn: ["description_en"],
  descriptionAr: ["description_ar"],
  price: ["prix (MAD)", "price (MAD)", "السعر (درهم)"],
  landingUrl: ["landing url", "url", "lien", "link", "الرابط"],
  inStock: ["stock", "المخزون"],
  state: ["statut", "status"],
};

const KEYS: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMN_KEYS.flatMap((key) =>
    [key, ...LOCALES.map((locale) => COLUMN_NAMES[key][locale]), ...(OTHER_NAMES[key] ?? [])].map(
      (name) => [foldWord(name), key] as const,
    ),
  ),
);

/** The column of a header in French, English or Arabic; undefined when it is none of ours. */
export function columnOf(header: string): ColumnKey | undefined {
  return KEYS.get(foldWord(header));
}

const COLUMN_OF_PATH: readonly (readonly [path: string, key: ColumnKey])[] = [
  ["title.fr", "titleFr"],
  ["title.en", "titleEn"],
  ["title.ar", "titleAr"],
  ["description.fr", "descriptionFr"],
  ["description.en", "descriptionEn"],
  ["description.ar", "descriptionAr"],
  ["priceMinor", "price"],
  ["commission", "commission"],
  ["categoryId", "category"],
];

/** The column that a path of the product's schema is written in. */
export function columnOfPath(path: string): ColumnKey {
  const known = COLUMN_OF_PATH.find(([start]) => path === start || path.startsWith(`${start}.`));
  return known?.[1] ?? COLUMN_KEYS.find((key) => path === key || path.startsWith(`${key}.`)) ?? "reference";
}
