import type { Plan } from "../../schemas/plans.ts";
import type { AdminScope, Locale } from "../../schemas/users.ts";

export interface SeedMerchant {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly plan: Plan;
  /** The plan before an upgrade some weeks ago, where there was one: orders keep the fee of their day. */
  readonly planBefore?: Plan;
  readonly host: string;
  /** How its shop numbers orders. */
  readonly orderPrefix: string;
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
    orderPrefix: "MF",
  },
  {
    key: "argan",
    name: "Coopérative Argan Souira",
    email: "contact@argan-souira.example",
    locale: "fr",
    plan: "STARTER",
    host: "argan-souira.example",
    orderPrefix: "AS",
  },
  {
    key: "casa",
    name: "Casa Mobile",
    email: "boutique@casa-mobile.example",
    locale: "fr",
    plan: "PRO",
    planBefore: "STARTER",
    host: "casa-mobile.example",
    orderPrefix: "CM",
  },
  {
    key: "atlas",
    name: "توابل الأطلس",
    email: "salam@atlas-spices.example",
    locale: "ar",
    plan: "ENTERPRISE",
    host: "atlas-spices.example",
    orderPrefix: "TA",
  },
];

export interface SeedInfluencer {
  readonly key: string;
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly locale: Locale;
  /** Null: nothing was handed in. A decision of null: it waits to be reviewed. */
  readonly kyc: {
    readonly decision: "approved" | "rejected" | "needs_information" | null;
    readonly reason: string;
  } | null;
  /** What it writes to merchants when it asks to promote their products. */
  readonly pitch: string;
  readonly isSuspended?: boolean;
  /** The number of the account. */
  readonly phone?: string;
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
    pitch: "Je présente la mode marocaine chaque semaine, surtout à Casablanca et Rabat.",
    locale: "fr",
    kyc: { decision: "approved", reason: "CIN conforme, visage et nom concordants" },
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
    phone: "+212661203040",
    pitch: "Je teste les produits avant d'en parler, avec un code pour mes abonnés.",
    locale: "fr",
    kyc: { decision: "approved", reason: "Passeport conforme" },
    accounts: [["tiktok", "youssef.tech", 126_500]],
  },
  {
    key: "khadija",
    name: "خديجة العلوي",
    handle: "khadija.cuisine",
    email: "khadija@createurs.example",
    pitch: "أقدّم وصفات مغربية كل مساء، وجمهوري عائلات من فاس ومكناس.",
    locale: "ar",
    kyc: { decision: null, reason: "" },
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
    pitch: "أجرّب المنتوجات وأقول رأيي بصراحة.",
    locale: "ar",
    kyc: { decision: "needs_information", reason: "Le verso de la CIN est illisible" },
    accounts: [["tiktok", "omar.tajrib", 9_400]],
  },
  {
    key: "ines",
    name: "Inès Tazi",
    handle: "ines.beaute",
    email: "ines@createurs.example",
    pitch: "Beauté naturelle, routines filmées à la maison.",
    locale: "fr",
    kyc: null,
    accounts: [["instagram", "ines.beaute", 15_700]],
  },
  {
    key: "hamza",
    name: "Hamza Rami",
    handle: "hamza.deals",
    email: "hamza@createurs.example",
    pitch: "Bons plans tous les jours.",
    locale: "fr",
    kyc: { decision: "rejected", reason: "Le nom du compte n'est pas celui du document" },
    isSuspended: true,
    accounts: [["instagram", "hamza.deals", 3_100]],
  },
];

export const ADMIN: { readonly name: string; readonly email: string; readonly scopes: readonly AdminScope[] } = {
  name: "Admin ShareYourSales",
  email: "admin@shareyoursales.example",
  scopes: ["owner"],
};
