export interface SeedCategory {
  readonly key: string;
  readonly names: readonly [fr: string, en: string, ar: string];
  readonly children: readonly (readonly [key: string, fr: string, en: string, ar: string])[];
}

export const CATEGORIES: readonly SeedCategory[] = [
  {
    key: "mode",
    names: ["Mode", "Fashion", "أزياء"],
    children: [
      ["djellabas", "Djellabas et caftans", "Djellabas and kaftans", "جلابيب وقفاطين"],
      ["babouches", "Babouches", "Babouches", "بلاغي"],
      ["hijabs", "Foulards et hijabs", "Scarves and hijabs", "أوشحة وحجابات"],
    ],
  },
  {
    key: "beaute",
    names: ["Beauté", "Beauty", "جمال"],
    children: [
      ["huiles", "Huiles et soins", "Oils and care", "زيوت وعناية"],
      ["hammam", "Hammam", "Hammam", "حمّام"],
      ["parfums", "Parfums", "Perfumes", "عطور"],
    ],
  },
  {
    key: "maison",
    names: ["Maison", "Home", "منزل"],
    children: [
      ["tapis", "Tapis", "Rugs", "زرابي"],
      ["poterie", "Poterie et zellige", "Pottery and zellige", "فخار وزليج"],
      ["cuisine", "Cuisine", "Kitchen", "مطبخ"],
    ],
  },
  {
    key: "epicerie",
    names: ["Épicerie", "Grocery", "بقالة"],
    children: [
      ["epices", "Épices", "Spices", "توابل"],
      ["the", "Thé et infusions", "Tea and infusions", "شاي وأعشاب"],
      ["miel", "Miel et amlou", "Honey and amlou", "عسل وأملو"],
    ],
  },
  {
    key: "telephonie",
    names: ["Téléphonie", "Phones", "هواتف"],
    children: [
      ["accessoires", "Accessoires", "Accessories", "إكسسوارات"],
      ["audio", "Audio", "Audio", "صوتيات"],
    ],
  },
  {
    key: "enfants",
    names: ["Enfants", "Children", "أطفال"],
    children: [
      ["jouets", "Jouets", "Toys", "ألعاب"],
      ["tenues", "Tenues de fête", "Festive wear", "ملابس العيد"],
    ],
  },
  {
    key: "sport",
    names: ["Sport", "Sport", "رياضة"],
    children: [
      ["baskets", "Baskets", "Trainers", "أحذية رياضية"],
      ["fitness", "Fitness", "Fitness", "لياقة"],
    ],
  },
  {
    key: "services",
    names: ["Services", "Services", "خدمات"],
    children: [
      ["formations", "Formations", "Courses", "دورات تكوينية"],
      ["hammam-spa", "Hammam et spa", "Hammam and spa", "حمّام وسبا"],
    ],
  },
];

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

export const PRODUCTS: readonly SeedProduct[] = [
  {
    key: "djellaba",
    merchant: "fassia",
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
    merchant: "fassia",
    category: "djellabas",
    fr: "Caftan de fête",
    ar: "قفطان المناسبات",
    about: ["Coupe droite, ceinture mdamma comprise.", "قصة مستقيمة مع مضمّة."],
    priceMinor: 129_000,
    rateBps: 1200,
    holdDays: 14,
  },
  {
    key: "babouche",
    merchant: "fassia",
    category: "babouches",
    fr: "Babouches en cuir",
    ar: "بلغة جلدية",
    about: ["Cuir de chèvre tanné à Fès.", "جلد ماعز مدبوغ بفاس."],
    priceMinor: 18_000,
    rateBps: 1000,
  },
  {
    key: "foulard",
    merchant: "fassia",
    category: "hijabs",
    fr: "Foulard en sabra",
    ar: "شال الصبرة",
    about: ["Soie végétale, tissée à la main.", "حرير نباتي منسوج يدويا."],
    priceMinor: 9_900,
    flatMinor: 1_200,
  },
  {
    key: "takchita",
    merchant: "fassia",
    category: "djellabas",
    fr: "Takchita ancienne collection",
    ar: "تكشيطة المجموعة القديمة",
    about: ["Fin de série.", "آخر القطع."],
    priceMinor: 99_000,
    rateBps: 1500,
    state: "archived",
  },
  {
    key: "argan",
    merchant: "argan",
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
    merchant: "argan",
    category: "hammam",
    fr: "Savon noir à l'eucalyptus",
    ar: "صابون بلدي بالأوكالبتوس",
    about: ["250 g, pour le hammam.", "250 غراما للحمّام."],
    priceMinor: 4_500,
    rateBps: 2500,
  },
  {
    key: "ghassoul",
    merchant: "argan",
    category: "hammam",
    fr: "Ghassoul de l'Atlas",
    ar: "غاسول الأطلس",
    about: ["Argile naturelle, 500 g.", "طين طبيعي، 500 غرام."],
    priceMinor: 5_500,
    rateBps: 2500,
  },
  {
    key: "amlou",
    merchant: "argan",
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
    merchant: "argan",
    category: "huiles",
    fr: "Coffret beauté Souira",
    ar: "علبة جمال السويرة",
    about: ["Huile, savon noir, ghassoul, kessa.", "زيت وصابون وغاسول وكيسة."],
    priceMinor: 24_900,
    rateBps: 1800,
  },
  {
    key: "coque",
    merchant: "casa",
    category: "accessoires",
    fr: "Coque renforcée",
    ar: "غلاف هاتف مقوّى",
    about: ["Résiste aux chutes de 2 m.", "يقاوم السقوط من مترين."],
    priceMinor: 9_900,
    rateBps: 3000,
  },
  {
    key: "ecouteurs",
    merchant: "casa",
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
    merchant: "casa",
    category: "accessoires",
    fr: "Chargeur rapide 33 W",
    ar: "شاحن سريع 33 واط",
    about: ["USB-C, câble compris.", "USB-C مع الكابل."],
    priceMinor: 15_900,
    rateBps: 1500,
  },
  {
    key: "batterie",
    merchant: "casa",
    category: "accessoires",
    fr: "Batterie 20 000 mAh",
    ar: "بطارية متنقلة 20000",
    about: ["Deux sorties, écran de charge.", "منفذان وشاشة شحن."],
    priceMinor: 24_900,
    rateBps: 1000,
  },
  {
    key: "baskets",
    merchant: "casa",
    category: "baskets",
    fr: "Baskets de ville",
    ar: "حذاء رياضي للمدينة",
    about: ["Tailles 36 à 45.", "المقاسات من 36 إلى 45."],
    priceMinor: 34_900,
    rateBps: 1400,
  },
  {
    key: "montre",
    merchant: "casa",
    category: "accessoires",
    fr: "Montre connectée",
    ar: "ساعة ذكية",
    about: ["Rupture momentanée.", "نفدت مؤقتا."],
    priceMinor: 49_900,
    rateBps: 1000,
    state: "paused",
  },
  {
    key: "ras",
    merchant: "atlas",
    category: "epices",
    fr: "Ras el hanout royal",
    ar: "رأس الحانوت الملكي",
    about: ["27 épices, moulu à la commande.", "27 نوعا من التوابل تُطحن عند الطلب."],
    priceMinor: 6_500,
    rateBps: 2000,
  },
  {
    key: "safran",
    merchant: "atlas",
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
    merchant: "atlas",
    category: "the",
    fr: "Thé vert à la menthe",
    ar: "شاي أخضر بالنعناع",
    about: ["Gunpowder et menthe de Meknès.", "شاي أخضر ونعناع مكناس."],
    priceMinor: 7_500,
    rateBps: 1800,
  },
  {
    key: "miel",
    merchant: "atlas",
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
    merchant: "atlas",
    category: "formations",
    fr: "Atelier tajine en ligne",
    ar: "دورة الطاجين عن بعد",
    about: ["Deux heures en direct.", "ساعتان مباشرتان."],
    priceMinor: 19_900,
    flatMinor: 4_000,
    kind: "service",
  },
  {
    key: "spa",
    merchant: "argan",
    category: "hammam-spa",
    fr: "Hammam beldi à Essaouira",
    ar: "حمّام بلدي بالصويرة",
    about: ["Gommage, ghassoul, massage.", "تقشير وغاسول وتدليك."],
    priceMinor: 35_000,
    rateBps: 1000,
    kind: "service",
  },
];
