import { COLUMN_KEYS, COLUMN_NAMES, type ColumnKey } from "./columns.ts";

const MEANINGS: Readonly<Record<ColumnKey, string>> = {
  reference: "Your own name of the product (SKU): which product the line is. Must be there",
  kind: "`Product` or `Service`",
  titleFr: "2 to 120 characters",
  titleEn: "Empty: none",
  titleAr: "Empty: none",
  descriptionFr: "At most 4000 characters",
  descriptionEn: "Empty: none",
  descriptionAr: "Empty: none",
  price: "In dirhams: `450`, `450,00`, `1 234.50`",
  commission: "`15 %` of the price, or `40,00` dirhams per sale",
  category: "Its name in any language, its key or its id",
  cities: "Parted by `|`, in any spelling. Empty: everywhere",
  landingUrl: "On one of your verified sites",
  inStock: "`Yes` or `No`",
  holdDays: "0 to 60. Empty: the platform's",
  attributionDays: "1 to 90",
  state: "`Active` or `Paused`",
};

/** The columns of a file for the API's documentation, as Markdown. */
export function columnTable(): string {
  const rows = COLUMN_KEYS.map((key) => {
    const { fr, en, ar } = COLUMN_NAMES[key];
    return `| ${en} | ${fr} | ${ar} | ${MEANINGS[key]} |`;
  });
  return ["| Column | in French | in Arabic | holds |", "|---|---|---|---|", ...rows].join("\n");
}
