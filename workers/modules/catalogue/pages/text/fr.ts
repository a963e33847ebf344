export const fr = {
  marketplaceTitle: "Le marché des affiliés · ShareYourSales",
  marketplaceDescription:
    "Produits et services de marchands marocains à recommander : prix, commission par vente, gain par clic et taux de livraison.",
  productTitle: "{title} · {merchant}",
  productDescription: "{title}, vendu par {merchant}.",
  merchantTitle: "{merchant} · ShareYourSales",
  merchantDescription: "Les produits et services de {merchant} à recommander sur ShareYourSales.",
  missingTitle: "Introuvable · ShareYourSales",
  missingDescription: "Cette page n’existe pas, ou n’existe plus.",
};
export type PageTexts = typeof fr;
