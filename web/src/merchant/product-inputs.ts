import type { Locale } from "../../../schemas/locales.ts";
import type { Product } from "../../../schemas/products.ts";
import { MARKS } from "../money.ts";
import { typedBps, typedCount, typedMinor, typedText } from "../typed-number.ts";

const NO_CITIES: readonly string[] = [];

/** What the form of a product holds, each under the path the API names it by. */
export const NEW_PRODUCT = {
  kind: "product",
  "title.fr": "",
  "description.fr": "",
  categoryId: "",
  "title.en": "",
  "description.en": "",
  "title.ar": "",
  "description.ar": "",
  priceMinor: "",
  commission: "rate",
  "commission.rateBps": "",
  "commission.amountMinor": "",
  landingUrl: "",
  cities: NO_CITIES,
  inStock: true,
  reference: "",
  holdDays: "",
  attributionDays: "30",
  isPaused: false,
};
export type ProductInputs = typeof NEW_PRODUCT;

/** A product as the form shows it, with the decimal mark of the language. */
export function inputsOf(product: Product, locale: Locale): ProductInputs {
  const { title, description, commission } = product;
  const { decimal } = MARKS[locale];
  const typed = (hundredths: number | null) => (hundredths === null ? "" : typedText(hundredths, decimal));
  return {
    kind: product.kind,
    "title.fr": title.fr,
    "description.fr": description.fr,
    categoryId: product.categoryId,
    "title.en": title.en ?? "",
    "description.en": description.en ?? "",
    "title.ar": title.ar ?? "",
    "description.ar": description.ar ?? "",
    priceMinor: typed(product.priceMinor),
    commission: commission.type,
    "commission.rateBps": typed(commission.rateBps),
    "commission.amountMinor": typed(commission.amountMinor),
    landingUrl: product.landingUrl,
    cities: product.cities,
    inStock: product.inStock,
    reference: product.reference ?? "",
    holdDays: product.holdDays === null ? "" : String(product.holdDays),
    attributionDays: String(product.attributionDays),
    isPaused: product.state === "paused",
  };
}

/** What was typed as the API takes it; what is empty is null, and what is missing is absent. */
export function judgedProduct(inputs: ProductInputs) {
  return {
    kind: inputs.kind,
    title: { fr: inputs["title.fr"], en: orNull(inputs["title.en"]), ar: orNull(inputs["title.ar"]) },
    description: {
      fr: inputs["description.fr"],
      en: orNull(inputs["description.en"]),
      ar: orNull(inputs["description.ar"]),
    },
    categoryId: inputs.categoryId || undefined,
    priceMinor: typedMinor(inputs.priceMinor),
    commission: commissionOf(inputs),
    landingUrl: inputs.landingUrl.trim() || undefined,
    cities: inputs.cities,
    inStock: inputs.inStock,
    reference: orNull(inputs.reference),
    holdDays: typedCount(inputs.holdDays) ?? null,
    attributionDays: typedCount(inputs.attributionDays),
  };
}

/** The commission as it is typed; what does not belong to its kind is left out. */
export function commissionOf(inputs: ProductInputs) {
  return inputs.commission === "rate"
    ? { type: "rate", rateBps: typedBps(inputs["commission.rateBps"]) }
    : { type: "flat", amountMinor: typedMinor(inputs["commission.amountMinor"]) };
}

const orNull = (text: string) => (text.trim() === "" ? null : text);
