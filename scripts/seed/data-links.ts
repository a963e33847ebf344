import type { CreateLink } from "../../schemas/links.ts";

export interface SeedLink {
  readonly influencer: string;
  readonly product: string;
  readonly slug: string;
  /** How much of all traffic comes this way. */
  readonly weight: number;
  readonly more?: Omit<CreateLink, "productId" | "slug">;
  readonly requestRateBps?: number;
  readonly ends?: "paused" | "expired";
}

/** Approved affiliations, each with a link; the first is the demo's. */
export const LINKS: readonly SeedLink[] = [
  { influencer: "sara", product: "djellaba", slug: "sara-djellaba", weight: 18, more: { title: "Djellaba de Fès" } },
  {
    influencer: "sara",
    product: "caftan",
    slug: "sara-caftan",
    weight: 8,
    requestRateBps: 1600,
    more: { utm: { utm_source: "instagram", utm_medium: "story" }, sub: { sub1: "bio" } },
  },
  { influencer: "sara", product: "argan", slug: "sara-argan", weight: 9 },
  { influencer: "sara", product: "takchita", slug: "sara-takchita", weight: 2 },
  {
    influencer: "youssef",
    product: "ecouteurs",
    slug: "youssef-audio",
    weight: 14,
    more: {
      rules: {
        ios: "https://casa-mobile.example/ios/ecouteurs",
        android: "https://casa-mobile.example/android/ecouteurs",
      },
    },
  },
  { influencer: "youssef", product: "coque", slug: "youssef-coque", weight: 7 },
  { influencer: "youssef", product: "chargeur", slug: "youssef-33w", weight: 6, requestRateBps: 1800 },
  { influencer: "youssef", product: "montre", slug: "youssef-montre", weight: 3 },
  { influencer: "youssef", product: "baskets", slug: "youssef-baskets", weight: 5, more: { clicksMax: 240 } },
  { influencer: "khadija", product: "ras", slug: "khadija-ras", weight: 9 },
  { influencer: "khadija", product: "the", slug: "khadija-atay", weight: 7 },
  { influencer: "khadija", product: "amlou", slug: "khadija-amlou", weight: 5 },
  { influencer: "khadija", product: "atelier", slug: "khadija-tajine", weight: 3 },
  { influencer: "omar", product: "safran", slug: "omar-safran", weight: 4 },
  { influencer: "omar", product: "miel", slug: "omar-miel", weight: 4 },
  { influencer: "omar", product: "batterie", slug: "omar-batterie", weight: 3, ends: "paused" },
  { influencer: "ines", product: "savon", slug: "ines-savon", weight: 5 },
  { influencer: "ines", product: "coffret", slug: "ines-coffret", weight: 6 },
  { influencer: "ines", product: "ghassoul", slug: "ines-ramadan", weight: 3, ends: "expired" },
  { influencer: "hamza", product: "foulard", slug: "hamza-foulard", weight: 2 },
];

/** Affiliations that did not come to a link. */
export const OTHER_REQUESTS: readonly (readonly [
  influencer: string,
  product: string,
  state: "pending" | "rejected" | "cancelled" | "expired",
  message: string,
  reason: string | null,
])[] = [
  ["khadija", "argan", "pending", "أطبخ وأعتني بالجمال، وجمهوري من فاس ومكناس.", null],
  ["youssef", "caftan", "pending", "Je filme un mariage à Fès en décembre : le caftan y a sa place.", null],
  ["ines", "spa", "pending", "J'habite Essaouira, je peux filmer sur place.", null],
  ["omar", "ecouteurs", "rejected", "أريد تجربة المنتج أولا.", "Audience trop éloignée du produit"],
  ["hamza", "djellaba", "rejected", "Promo rapide", "Compte suspendu"],
  ["youssef", "safran", "cancelled", "Finalement hors sujet pour ma chaîne.", null],
  ["sara", "foulard", "expired", "Pour une série sur les foulards d'été.", null],
];

export interface SeedCoupon {
  readonly link: string;
  readonly code: string;
  /** Granted by the merchant. */
  readonly rateBps?: number;
  readonly hasEnded?: boolean;
}

export const COUPONS: readonly SeedCoupon[] = [
  { link: "sara-djellaba", code: "SARA10" },
  { link: "sara-argan", code: "SARAARGAN", rateBps: 2500 },
  { link: "youssef-audio", code: "YOUSSEF" },
  { link: "youssef-33w", code: "CHARGE33" },
  { link: "khadija-ras", code: "KHADIJA" },
  { link: "khadija-atay", code: "ATAY20" },
  { link: "omar-miel", code: "عسل" },
  { link: "ines-coffret", code: "INES15", hasEnded: true },
  { link: "hamza-foulard", code: "HAMZA5" },
];
