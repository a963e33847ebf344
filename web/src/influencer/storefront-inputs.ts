import type { OwnStorefront, STOREFRONT_THEMES, Storefront, updateStorefront } from "../../../schemas/storefronts.ts";
import type { createForm } from "../form.ts";

export type StorefrontInputs = {
  readonly published: boolean;
  readonly theme: Theme;
  readonly "headline.fr": string;
  readonly "headline.en": string;
  readonly "headline.ar": string;
  readonly linkIds: readonly string[];
};

type Theme = (typeof STOREFRONT_THEMES)[number];
export type Choice = OwnStorefront["choices"][number];
export type StorefrontForm = ReturnType<typeof createForm<StorefrontInputs, typeof updateStorefront, OwnStorefront>>;

/** The storefront as its form holds it. */
export function inputsOf({ published, theme, headline, linkIds }: OwnStorefront): StorefrontInputs {
  return {
    published,
    theme,
    "headline.fr": headline.fr,
    "headline.en": headline.en ?? "",
    "headline.ar": headline.ar ?? "",
    linkIds,
  };
}

/** What the server's schema judges of it. */
export const judgedStorefront = (inputs: StorefrontInputs) => ({
  published: inputs.published,
  theme: inputs.theme,
  headline: { fr: inputs["headline.fr"], en: inputs["headline.en"], ar: inputs["headline.ar"] },
  linkIds: inputs.linkIds,
});

/** What visitors would see of the form now. Codes are the server's to know. */
export function previewOf(own: OwnStorefront, inputs: StorefrontInputs, name: string): Storefront {
  const shown = inputs.linkIds.flatMap((id) => own.choices.filter(({ linkId, runs }) => linkId === id && runs));
  return {
    handle: own.handle ?? "…",
    displayName: name,
    theme: inputs.theme,
    headline: { fr: inputs["headline.fr"], en: inputs["headline.en"] || null, ar: inputs["headline.ar"] || null },
    items: shown.map(({ linkId, product }) => ({ linkId, url: "#", coupon: null, product })),
  };
}
