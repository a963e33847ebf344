export const fr = {
  title: "{name} · La sélection · ShareYourSales",
  description: "Les produits que {name} recommande, avec leurs prix et ses codes promo.",
  missingTitle: "Vitrine introuvable · ShareYourSales",
  missingDescription: "Cette vitrine n’existe pas, ou n’est pas publiée.",
};
export type StorefrontHeadTexts = { readonly [Key in keyof typeof fr]: string };
