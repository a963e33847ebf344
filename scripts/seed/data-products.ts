/** Prices in centimes of MAD, all taxes included. */
export interface SeedProduct {
  readonly key: string;
  readonly merchant: string;
  readonly category: string;
  readonly fr: string;
  readonly ar: string;
  readonly en?: string;
  readonly about: readonly [fr: string, ar: string];
  readonly priceMinor: number;
  readonly rateBps?: number;
  readonly flatMinor?: number;
  readonly kind?: "service";
  readonly holdDays?: number;
  readonly attributionDays?: number;
  readonly state?: "paused" | "archived";
}

type Offer = Omit<SeedProduct, "merchant">;
const soldBy = (merchant: string, offers: readonly Offer[]) => offers.map((offer) => ({ ...offer, merchant }));

export const PRODUCTS: readonly SeedProduct[] = [
  ...soldBy("fassia", [
    {
      key: "djellaba",
      category: "djellabas",
      fr: "Djellaba brodée main",
      ar: "جلابة مطرّزة يدويا",
      en: "Hand-embroidered djellaba",
      about: ["Tissu mlifa, broderie de Fès, sfifa de soie.", "قماش ملفة، طرز فاسي، سفيفة من الحرير."],
      priceMinor: 45_000,
      rateBps: 1500,
    },
    {
      key: "caftan",
      category: "djellabas",
      fr: "Caftan de fête",
      ar: "قفطان المناسبات",
      about: ["Coupe droite, ceinture mdamma comprise.", "قصّة مستقيمة، والمضمّة من ضمن الثمن."],
      priceMinor: 129_000,
      rateBps: 1200,
      holdDays: 14,
    },
    {
      key: "babouche",
      category: "babouches",
      fr: "Babouches en cuir",
      ar: "بلغة جلدية",
      about: ["Cuir de chèvre tanné à Fès.", "من جلد الماعز المدبوغ بفاس."],
      priceMinor: 18_000,
      rateBps: 1000,
    },
    {
      key: "foulard",
      category: "hijabs",
      fr: "Foulard en sabra",
      ar: "شال الصبرة",
      about: ["Soie végétale, tissée à la main.", "حرير نباتي منسوج يدويا."],
      priceMinor: 9_900,
      flatMinor: 1_200,
    },
    {
      key: "takchita",
      category: "djellabas",
      fr: "Takchita ancienne collection",
      ar: "تكشيطة من المجموعة السابقة",
      about: ["Fin de série.", "آخر القطع."],
      priceMinor: 99_000,
      rateBps: 1500,
      state: "archived",
    },
  ]),
  ...soldBy("argan", [
    {
      key: "argan",
      category: "huiles",
      fr: "Huile d'argan pure 100 ml",
      ar: "زيت أركان خالص 100 مل",
      en: "Pure argan oil 100 ml",
      about: ["Première pression à froid, coopérative de femmes.", "عصر أول على البارد، تعاونية نسائية."],
      priceMinor: 14_000,
      rateBps: 2000,
    },
    {
      key: "savon",
      category: "hammam",
      fr: "Savon noir à l'eucalyptus",
      ar: "صابون بلدي بالأوكالبتوس",
      about: ["250 g, pour le hammam.", "250 غراما للحمّام."],
      priceMinor: 4_500,
      rateBps: 2500,
    },
    {
      key: "ghassoul",
      category: "hammam",
      fr: "Ghassoul de l'Atlas",
      ar: "غاسول الأطلس",
      about: ["Argile naturelle, 500 g.", "طين طبيعي، 500 غرام."],
      priceMinor: 5_500,
      rateBps: 2500,
    },
    {
      key: "amlou",
      category: "miel",
      fr: "Amlou aux amandes",
      ar: "أملو باللوز",
      about: ["Amandes, argan, miel.", "لوز وأركان وعسل."],
      priceMinor: 9_000,
      rateBps: 1500,
      attributionDays: 14,
    },
    {
      key: "coffret",
      category: "huiles",
      fr: "Coffret beauté Souira",
      ar: "علبة العناية من الصويرة",
      about: ["Huile d'argan, savon noir, ghassoul et gant kessa.", "زيت أركان وصابون بلدي وغاسول وكيس الحمّام."],
      priceMinor: 24_900,
      rateBps: 1800,
    },
    {
      key: "spa",
      category: "hammam-spa",
      fr: "Hammam beldi à Essaouira",
      ar: "حمّام بلدي بالصويرة",
      about: ["Gommage, ghassoul, massage.", "تقشير وغاسول وتدليك."],
      priceMinor: 35_000,
      rateBps: 1000,
      kind: "service",
    },
  ]),
  ...soldBy("casa", [
    {
      key: "coque",
      category: "accessoires",
      fr: "Coque renforcée",
      ar: "غلاف هاتف مقوّى",
      about: ["Résiste aux chutes de 2 m.", "يقاوم السقوط من مترين."],
      priceMinor: 9_900,
      rateBps: 3000,
    },
    {
      key: "ecouteurs",
      category: "audio",
      fr: "Écouteurs sans fil",
      ar: "سماعات لاسلكية",
      en: "Wireless earbuds",
      about: ["24 heures avec le boîtier.", "24 ساعة مع العلبة."],
      priceMinor: 29_900,
      rateBps: 1200,
    },
    {
      key: "chargeur",
      category: "accessoires",
      fr: "Chargeur rapide 33 W",
      ar: "شاحن سريع 33 واط",
      about: ["USB-C, câble compris.", "USB-C مع الكابل."],
      priceMinor: 15_900,
      rateBps: 1500,
    },
    {
      key: "batterie",
      category: "accessoires",
      fr: "Batterie 20 000 mAh",
      ar: "بطارية متنقلة 20000 مللي أمبير",
      about: ["Deux sorties, écran de charge.", "منفذان وشاشة شحن."],
      priceMinor: 24_900,
      rateBps: 1000,
    },
    {
      key: "baskets",
      category: "baskets",
      fr: "Baskets de ville",
      ar: "حذاء رياضي للمدينة",
      about: ["Tailles 36 à 45.", "المقاسات من 36 إلى 45."],
      priceMinor: 34_900,
      rateBps: 1400,
    },
    {
      key: "montre",
      category: "accessoires",
      fr: "Montre connectée",
      ar: "ساعة ذكية",
      about: ["Étanche, sept jours d'autonomie.", "مقاومة للماء، وبطارية تدوم سبعة أيام."],
      priceMinor: 49_900,
      rateBps: 1000,
      state: "paused",
    },
  ]),
  ...soldBy("atlas", [
    {
      key: "ras",
      category: "epices",
      fr: "Ras el hanout royal",
      ar: "رأس الحانوت الملكي",
      about: ["27 épices, moulu à la commande.", "27 نوعا من التوابل، تُطحن عند الطلب."],
      priceMinor: 6_500,
      rateBps: 2000,
    },
    {
      key: "safran",
      category: "epices",
      fr: "Safran de Taliouine 1 g",
      ar: "زعفران تالوين 1 غ",
      en: "Taliouine saffron 1 g",
      about: ["Récolte de l'année.", "محصول هذه السنة."],
      priceMinor: 5_000,
      rateBps: 1500,
    },
    {
      key: "the",
      category: "the",
      fr: "Thé vert à la menthe",
      ar: "شاي أخضر بالنعناع",
      about: ["Gunpowder et menthe de Meknès.", "شاي أخضر مع نعناع مكناس."],
      priceMinor: 7_500,
      rateBps: 1800,
    },
    {
      key: "miel",
      category: "miel",
      fr: "Miel d'euphorbe",
      ar: "عسل الدغموس",
      about: ["Du Haut Atlas, 500 g.", "من الأطلس الكبير، 500 غرام."],
      priceMinor: 22_000,
      rateBps: 1500,
      holdDays: 10,
    },
    {
      key: "atelier",
      category: "formations",
      fr: "Atelier tajine en ligne",
      ar: "ورشة الطاجين عن بُعد",
      about: ["Deux heures en direct avec une cheffe.", "ساعتان من الطبخ مباشرة مع الشاف."],
      priceMinor: 19_900,
      flatMinor: 4_000,
      kind: "service",
    },
  ]),
];
