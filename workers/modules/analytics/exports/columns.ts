import type { Locale } from "../../../../schemas/users.ts";

type Heading = Readonly<Record<Locale, string>>;

/** Headings of the numbers, in the order of their cells. */
export const NUMBER_HEADINGS: readonly Heading[] = [
  { fr: "Clics", en: "Clicks", ar: "النقرات" },
  { fr: "Robots et aperçus", en: "Bots and previews", ar: "الروبوتات والمعاينات" },
  { fr: "Visiteurs (estimation)", en: "Visitors (estimate)", ar: "الزوار (تقدير)" },
  { fr: "Scans", en: "Scans", ar: "عمليات المسح" },
  { fr: "Commandes", en: "Orders", ar: "الطلبات" },
  { fr: "Confirmées", en: "Confirmed", ar: "المؤكدة" },
  { fr: "Expédiées", en: "Shipped", ar: "المشحونة" },
  { fr: "Livrées", en: "Delivered", ar: "المسلَّمة" },
  { fr: "Encaissées", en: "Collected", ar: "المحصَّلة" },
  { fr: "Refusées, retournées ou perdues", en: "Refused, returned or lost", ar: "المرفوضة أو المرتجعة أو الضائعة" },
  { fr: "Annulées", en: "Cancelled", ar: "الملغاة" },
  { fr: "Valeur commandée (MAD)", en: "Value ordered (MAD)", ar: "قيمة الطلبات (درهم)" },
  { fr: "Valeur encaissée (MAD)", en: "Value collected (MAD)", ar: "القيمة المحصَّلة (درهم)" },
  { fr: "Commissions prévues (MAD)", en: "Commissions forecast (MAD)", ar: "العمولات المتوقعة (درهم)" },
  { fr: "Commissions gagnées (MAD)", en: "Commissions earned (MAD)", ar: "العمولات المكتسبة (درهم)" },
];

export const DAY_HEADING: Heading = { fr: "Jour", en: "Day", ar: "اليوم" };

const SLUG: Heading = { fr: "Lien", en: "Link", ar: "الرابط" };

export const LINK_HEADINGS: readonly Heading[] = [
  SLUG,
  { fr: "Titre", en: "Title", ar: "العنوان" },
  { fr: "Produit", en: "Product", ar: "المنتج" },
  { fr: "Influenceur", en: "Influencer", ar: "المؤثر" },
  { fr: "Marchand", en: "Merchant", ar: "التاجر" },
];

export const CLICK_HEADINGS: readonly Heading[] = [
  { fr: "Heure (Casablanca)", en: "Time (Casablanca)", ar: "الوقت (الدار البيضاء)" },
  SLUG,
  { fr: "Visite", en: "Visit", ar: "الزيارة" },
  { fr: "Raison", en: "Reason", ar: "السبب" },
  { fr: "Pays", en: "Country", ar: "البلد" },
  { fr: "Ville", en: "City", ar: "المدينة" },
  { fr: "Appareil", en: "Device", ar: "الجهاز" },
  { fr: "Application", en: "App", ar: "التطبيق" },
  { fr: "Site d'origine", en: "Referring site", ar: "الموقع المُحيل" },
];

export const VISIT_WORDS = {
  human: { fr: "personne", en: "person", ar: "شخص" },
  bot: { fr: "robot", en: "bot", ar: "روبوت" },
  preview: { fr: "aperçu", en: "preview", ar: "معاينة" },
  prefetch: { fr: "préchargement", en: "prefetch", ar: "تحميل مسبق" },
} as const satisfies Record<string, Heading>;
