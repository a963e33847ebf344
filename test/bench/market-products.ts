import { foldSearchText } from "../../workers/core/fold-search-text.ts";
import type { BenchServer } from "./bench-server.ts";

const NOUNS: readonly (readonly [fr: string, ar: string])[] = [
  ["Djellaba", "جلابة"],
  ["Caftan", "قفطان"],
  ["Babouche", "بلغة"],
  ["Tapis", "زربية"],
  ["Tajine", "طاجين"],
  ["Théière", "براد"],
  ["Lanterne", "فانوس"],
  ["Plateau", "صينية"],
  ["Pouf", "بوف"],
  ["Coussin", "مخدة"],
  ["Savon", "صابون"],
  ["Huile", "زيت"],
  ["Miel", "عسل"],
  ["Safran", "زعفران"],
  ["Foulard", "شال"],
  ["Ceinture", "مضمة"],
  ["Sac", "حقيبة"],
  ["Montre", "ساعة"],
  ["Écouteurs", "سماعات"],
  ["Chargeur", "شاحن"],
  ["Robe", "فستان"],
  ["Chemise", "قميص"],
  ["Vase", "مزهرية"],
  ["Table", "طاولة"],
  ["Miroir", "مرآة"],
  ["Parfum", "عطر"],
  ["Bijou", "حلي"],
  ["Jouet", "لعبة"],
  ["Couverture", "غطاء"],
  ["Panier", "سلة"],
];
const MATERIALS: readonly (readonly [fr: string, ar: string])[] = [
  ["brodée", "مطرز"],
  ["en cuir", "جلدي"],
  ["en laine", "صوفي"],
  ["en cèdre", "خشب الأرز"],
  ["en cuivre", "نحاسي"],
  ["en argent", "فضي"],
  ["en soie", "حريري"],
  ["en zellige", "زليج"],
  ["tissée", "منسوج"],
  ["ancienne", "قديم"],
  ["moderne", "عصري"],
  ["royale", "ملكي"],
  ["légère", "خفيف"],
  ["peinte", "مصبوغ"],
  ["gravée", "منقوش"],
];
const PLACES = [
  "Fès",
  "Salé",
  "Safi",
  "Azilal",
  "Tiznit",
  "Taza",
  "Ouezzane",
  "Essaouira",
  "Meknès",
  "Rissani",
] as const;
const CITIES = ["Casablanca", "Rabat", "Fès", "Tanger", "Agadir"] as const;
const PRODUCTS_PER_MERCHANT = 250;
const PRODUCTS_PER_SET = 500;

/** Brings the market to `size` products of the same kind of words, with their words in the index. */
export async function fillMarket(
  { env }: BenchServer,
  random: () => number,
  from: number,
  size: number,
): Promise<void> {
  const { results } = await env.CORE_DB.prepare("SELECT id FROM categories WHERE parent_id IS NOT NULL").all<{
    id: string;
  }>();
  const categories = results.map(({ id }) => id);
  for (let first = from; first < size; first += PRODUCTS_PER_SET) {
    const last = Math.min(first + PRODUCTS_PER_SET, size);
    const rows = Array.from({ length: last - first }, (_, index) => draw(random, first + index, categories));
    const given = JSON.stringify(rows);
    await env.CORE_DB.batch(STATEMENTS.map((text) => env.CORE_DB.prepare(text).bind(given)));
  }
}

/** Questions as people ask them: one word, two, the beginning of one, filtered and sorted, in both scripts. */
export function questions(random: () => number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const [noun, nounAr] = pick(random, NOUNS);
    const [material, materialAr] = pick(random, MATERIALS);
    const place = pick(random, PLACES);
    const asked: Readonly<Record<string, string>>[] = [
      { q: noun },
      { q: `${noun} ${material}` },
      { q: `${nounAr} ${materialAr}` },
      { q: foldSearchText(noun).slice(0, 3) },
      { q: `${material} ${place}`, sort: "price" },
      { q: noun, sort: "rate", minRateBps: "1000" },
      { sort: "epc", kind: "product" },
      { sort: "price", city: pick(random, CITIES) },
      { q: `${noun} ${material} ${place}`, city: pick(random, CITIES) },
      { q: `al${noun}` },
    ];
    return new URLSearchParams({ limit: "24", ...asked[index % asked.length] }).toString();
  });
}

function draw(random: () => number, index: number, categories: readonly string[]) {
  const [noun, nounAr] = pick(random, NOUNS);
  const [material, materialAr] = pick(random, MATERIALS);
  const place = pick(random, PLACES);
  const fr = `${noun} ${material} de ${place} ${index}`;
  const ar = `${nounAr} ${materialAr} ${index}`;
  const about = `${pick(random, MATERIALS)[0]}, faite à ${pick(random, PLACES)} par un artisan, livrée en 48 heures.`;
  return {
    id: `prd_bench${String(index).padStart(8, "0")}`,
    merchant: `usr_bench${Math.floor(index / PRODUCTS_PER_MERCHANT)}`,
    fr,
    ar,
    about,
    price: 1_000 * (1 + Math.floor(random() * 900)),
    rate: 100 * Math.floor(random() * 40),
    category: pick(random, categories),
    cities: JSON.stringify(random() < 0.6 ? [] : CITIES.filter(() => random() < 0.4)),
    title: foldSearchText(`${fr} ${ar}`),
    description: foldSearchText(about),
    epc: Math.floor(random() * 300) - 1,
  };
}

const STATEMENTS = [
  `INSERT OR IGNORE INTO users (id, role, email, display_name, scopes, created_at)
    SELECT DISTINCT value ->> 'merchant', 'merchant', (value ->> 'merchant') || '@bench.example', 'Bench', '[]', 1
    FROM json_each(?1)`,
  `INSERT OR IGNORE INTO user_quotas (user_id, quota, max_count, updated_at)
    SELECT DISTINCT value ->> 'merchant', 'products', NULL, 1 FROM json_each(?1)`,
  `INSERT INTO products (id, merchant_id, title_fr, title_ar, description_fr, price_minor, commission_rate_bps, category_id,
      cities, landing_url, created_at, updated_at)
    SELECT value ->> 'id', value ->> 'merchant', value ->> 'fr', value ->> 'ar', value ->> 'about', value ->> 'price',
      value ->> 'rate', value ->> 'category', value ->> 'cities', 'https://bench.example', 1, 1 FROM json_each(?1)`,
  `INSERT INTO product_search (rowid, title, names, description)
    SELECT l.number, w.value ->> 'title', 'bench', w.value ->> 'description'
    FROM json_each(?1) w JOIN product_listings l ON l.product_id = w.value ->> 'id'`,
  `UPDATE product_listings SET indexed_at = 1, epc_minor = w.value ->> 'epc'
    FROM json_each(?1) w WHERE product_id = w.value ->> 'id'`,
];

const pick = <T>(random: () => number, values: readonly [T, ...T[]] | readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
};
