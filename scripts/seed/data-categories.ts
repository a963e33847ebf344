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
      ["hijabs", "Foulards et hijabs", "Scarves and hijabs", "شالات وحجابات"],
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
      ["accessoires", "Accessoires de téléphone", "Phone accessories", "إكسسوارات الهاتف"],
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
