import type { Plan } from "../../schemas/plans.ts";
import type { AdminScope, Locale } from "../../schemas/users.ts";

export interface SeedMerchant {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly plan: Plan;
  readonly host: string;
}

/** Invented businesses; hosts and addresses are under the reserved `.example`. The first is the demo's merchant. */
export const MERCHANTS: readonly SeedMerchant[] = [
  {
    key: "fassia",
    name: "Maison Fassia",
    email: "commandes@maison-fassia.example",
    locale: "fr",
    plan: "FREE",
    host: "maison-fassia.example",
  },
  {
    key: "argan",
    name: "Coopérative Argan Souira",
    email: "contact@argan-souira.example",
    locale: "fr",
    plan: "STARTER",
    host: "argan-souira.example",
  },
  {
    key: "casa",
    name: "Casa Mobile",
    email: "boutique@casa-mobile.example",
    locale: "fr",
    plan: "PRO",
    host: "casa-mobile.example",
  },
  {
    key: "atlas",
    name: "توابل الأطلس",
    email: "salam@atlas-spices.example",
    locale: "ar",
    plan: "ENTERPRISE",
    host: "atlas-spices.example",
  },
];

export interface SeedInfluencer {
  readonly key: string;
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly locale: Locale;
  readonly kyc: "approved" | "submitted" | "rejected" | "needs_information" | null;
  readonly isSuspended?: boolean;
  readonly accounts: readonly (readonly [
    provider: "instagram" | "tiktok" | "facebook",
    username: string,
    followers: number,
  ])[];
}

/** The first is the demo's influencer. */
export const INFLUENCERS: readonly SeedInfluencer[] = [
  {
    key: "sara",
    name: "Sara Benali",
    handle: "sara.style",
    email: "sara@createurs.example",
    locale: "fr",
    kyc: "approved",
    accounts: [
      ["instagram", "sara.style", 84_200],
      ["tiktok", "sarastyle", 41_900],
    ],
  },
  {
    key: "youssef",
    name: "Youssef El Idrissi",
    handle: "youssef.tech",
    email: "youssef@createurs.example",
    locale: "fr",
    kyc: "approved",
    accounts: [["tiktok", "youssef.tech", 126_500]],
  },
  {
    key: "khadija",
    name: "خديجة العلوي",
    handle: "khadija.cuisine",
    email: "khadija@createurs.example",
    locale: "ar",
    kyc: "submitted",
    accounts: [
      ["facebook", "matbakh.khadija", 58_300],
      ["instagram", "khadija.cuisine", 22_800],
    ],
  },
  {
    key: "omar",
    name: "عمر بنجلون",
    handle: "omar.tajrib",
    email: "omar@createurs.example",
    locale: "ar",
    kyc: "needs_information",
    accounts: [["tiktok", "omar.tajrib", 9_400]],
  },
  {
    key: "ines",
    name: "Inès Tazi",
    handle: "ines.beaute",
    email: "ines@createurs.example",
    locale: "fr",
    kyc: null,
    accounts: [["instagram", "ines.beaute", 15_700]],
  },
  {
    key: "hamza",
    name: "Hamza Rami",
    handle: "hamza.deals",
    email: "hamza@createurs.example",
    locale: "fr",
    kyc: "rejected",
    isSuspended: true,
    accounts: [["instagram", "hamza.deals", 3_100]],
  },
];

export const ADMIN: { readonly name: string; readonly email: string; readonly scopes: readonly AdminScope[] } = {
  name: "Admin ShareYourSales",
  email: "admin@shareyoursales.example",
  scopes: ["owner"],
};
