/** A Moroccan city: `key` is its French name, as it is stored and sent. */
export interface City {
  readonly key: string;
  readonly en: string;
  readonly ar: string;
}

const NAMES: readonly (readonly [fr: string, ar: string, en?: string])[] = [
  ["Casablanca", "الدار البيضاء"],
  ["Rabat", "الرباط"],
  ["Salé", "سلا", "Sale"],
  ["Témara", "تمارة", "Temara"],
  ["Fès", "فاس", "Fez"],
  ["Meknès", "مكناس", "Meknes"],
  ["Marrakech", "مراكش", "Marrakesh"],
  ["Tanger", "طنجة", "Tangier"],
  ["Tétouan", "تطوان", "Tetouan"],
  ["Agadir", "أكادير"],
  ["Inezgane", "إنزكان"],
  ["Oujda", "وجدة"],
  ["Kénitra", "القنيطرة", "Kenitra"],
  ["Mohammédia", "المحمدية", "Mohammedia"],
  ["El Jadida", "الجديدة"],
  ["Safi", "آسفي"],
  ["Essaouira", "الصويرة"],
  ["Béni Mellal", "بني ملال", "Beni Mellal"],
  ["Khouribga", "خريبكة"],
  ["Settat", "سطات"],
  ["Berrechid", "برشيد"],
  ["Nador", "الناظور"],
  ["Al Hoceïma", "الحسيمة", "Al Hoceima"],
  ["Berkane", "بركان"],
  ["Taza", "تازة"],
  ["Khémisset", "الخميسات", "Khemisset"],
  ["Larache", "العرائش"],
  ["Ksar El Kébir", "القصر الكبير", "Ksar el-Kebir"],
  ["Chefchaouen", "شفشاون"],
  ["Ifrane", "إفران"],
  ["Azrou", "أزرو"],
  ["Khénifra", "خنيفرة", "Khenifra"],
  ["Errachidia", "الرشيدية"],
  ["Ouarzazate", "ورزازات"],
  ["Zagora", "زاكورة"],
  ["Tinghir", "تنغير"],
  ["Taroudant", "تارودانت"],
  ["Tiznit", "تيزنيت"],
  ["Guelmim", "كلميم"],
  ["Tan-Tan", "طانطان"],
  ["Laâyoune", "العيون", "Laayoune"],
  ["Dakhla", "الداخلة"],
  ["Sidi Kacem", "سيدي قاسم"],
  ["Sidi Slimane", "سيدي سليمان"],
  ["Taourirt", "تاوريرت"],
  ["Guercif", "جرسيف"],
  ["Fquih Ben Salah", "الفقيه بن صالح"],
  ["Youssoufia", "اليوسفية"],
  ["Sefrou", "صفرو"],
  ["Ouazzane", "وزان"],
];

/** The cities a merchant may deliver to, the largest first. */
export const CITIES: readonly City[] = NAMES.map(([fr, ar, en]) => ({ key: fr, ar, en: en ?? fr }));

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s'’-]/g, "")
    .toLowerCase();

const KEYS: ReadonlyMap<string, string> = new Map(
  CITIES.flatMap(({ key, en, ar }) => [key, en, ar].map((name) => [folded(name), key])),
);

/** The city's key from its French, English or Arabic name, whatever its case and accents; undefined when it is not in the list. */
export function cityKey(name: string): string | undefined {
  return KEYS.get(folded(name));
}
