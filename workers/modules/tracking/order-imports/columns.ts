import { LOCALES, type Locale } from "../../../../schemas/locales.ts";
import { foldWord } from "../../../core/fold-word.ts";
import { ORDER_COLUMNS } from "../desk/csv-words.ts";

type Names = Readonly<Record<Locale, string>>;
const names = (fr: string, en: string, ar: string): Names => ({ fr, en, ar });

/** The columns of a file of orders; those that the export has too bear the same names. */
export const IMPORT_COLUMNS = {
  order: ORDER_COLUMNS.order,
  amount: ORDER_COLUMNS.amount,
  currency: ORDER_COLUMNS.currency,
  payment: ORDER_COLUMNS.payment,
  status: ORDER_COLUMNS.status,
  orderedAt: ORDER_COLUMNS.orderedAt,
  statusAt: names("Date du statut", "Status date", "تاريخ الحالة"),
  coupon: names("Code promo", "Coupon code", "الرمز الترويجي"),
  click: names("Jeton de clic", "Click token", "رمز النقرة"),
  phone: names("Téléphone", "Phone", "الهاتف"),
  city: ORDER_COLUMNS.city,
  courier: ORDER_COLUMNS.courier,
  trackingNumber: ORDER_COLUMNS.trackingNumber,
  refunded: ORDER_COLUMNS.refunded,
} satisfies Readonly<Record<string, Names>>;
export type ImportColumn = keyof typeof IMPORT_COLUMNS;

/** The columns of a courier's file: the order or the parcel, the courier's own word, and when. */
export const PARCEL_COLUMNS = {
  order: ORDER_COLUMNS.order,
  trackingNumber: ORDER_COLUMNS.trackingNumber,
  label: ORDER_COLUMNS.status,
  happenedAt: ORDER_COLUMNS.orderedAt,
} satisfies Readonly<Record<string, Names>>;
export type ParcelColumn = keyof typeof PARCEL_COLUMNS;

// Other spellings, as shops and couriers write them.
const OTHER_NAMES: Readonly<Record<ImportColumn, readonly string[]>> = {
  order: ["order id", "n° commande", "numéro de commande", "order number", "référence", "رقم الطلب"],
  amount: ["total", "montant (MAD)", "amount (MAD)", "prix", "المبلغ (درهم)"],
  currency: ["monnaie"],
  payment: ["mode de paiement", "payment method", "طريقة الدفع"],
  status: ["état", "state"],
  orderedAt: ["date de commande", "order date", "ordered at", "تاريخ الطلب"],
  statusAt: [],
  coupon: ["coupon", "code", "promo", "discount code", "كوبون"],
  click: ["sys_click", "clic", "click"],
  phone: ["tel", "tél.", "mobile", "phone number", "رقم الهاتف"],
  city: [],
  courier: ["livreur", "société de livraison", "carrier"],
  trackingNumber: ["suivi", "tracking", "code d'envoi", "n° suivi", "numéro de colis"],
  refunded: ["remboursement", "refund", "استرجاع"],
};

const OTHER_PARCEL_NAMES: Readonly<Record<ParcelColumn, readonly string[]>> = {
  order: OTHER_NAMES.order,
  trackingNumber: [...OTHER_NAMES.trackingNumber, "colis", "parcel", "الطرد", "barcode", "code à barres"],
  label: ["état", "state", "libellé", "label", "etat du colis", "حالة الطرد"],
  happenedAt: ["date du statut", "status date", "date d'état", "تاريخ الحالة", "updated at", "mise à jour"],
};

type Table<K extends string> = Readonly<Record<K, Names>>;

function keysOf<K extends string>(columns: Table<K>, others: Readonly<Record<K, readonly string[]>>) {
  const keys = new Map<string, K>();
  for (const key in columns)
    for (const name of [key, ...LOCALES.map((locale) => columns[key][locale]), ...others[key]])
      keys.set(foldWord(name), key);
  return keys;
}

const ORDER_KEYS = keysOf(IMPORT_COLUMNS, OTHER_NAMES);
const PARCEL_KEYS = keysOf(PARCEL_COLUMNS, OTHER_PARCEL_NAMES);
// What an exported file has beyond these tells nothing that a file could change.
const NOT_READ = new Set(
  Object.values(ORDER_COLUMNS).flatMap((column) => LOCALES.map((locale) => foldWord(column[locale]))),
);

/** The column of a header in French, English or Arabic; null for one of the export that is not read. */
export function importColumnOf(header: string): ImportColumn | null | undefined {
  const word = foldWord(header);
  return ORDER_KEYS.get(word) ?? (NOT_READ.has(word) ? null : undefined);
}

/** As `importColumnOf`, for a courier's file: what a courier writes beside is its own. */
export function parcelColumnOf(header: string): ParcelColumn | null {
  return PARCEL_KEYS.get(foldWord(header)) ?? null;
}

const MEANINGS: Readonly<Record<ImportColumn, string>> = {
  order: "Your own id of the order. Must be there",
  amount: "What commissions count on: `450`, `450,00`, `1 234.50`",
  currency: "Empty: MAD",
  payment: "`Cash on delivery` (or `COD`) or `Prepaid`",
  status: "A status in any of the languages, or `Refunded`. Empty: placed",
  orderedAt: "`2026-11-23 14:30`, `23/11/2026` or ISO 8601; Casablanca's time unless it names a zone. Empty: now",
  statusAt: "When it came to the status. Empty: now",
  coupon: "The code that the order used",
  click: "What the click brought as `sys_click`",
  phone: "Kept sealed, for the confirmation call alone",
  city: "In any spelling",
  courier: "Who carries the parcel",
  trackingNumber: "The courier's own number of the parcel",
  refunded: "What has been given back of the order so far, all refunds together",
};

/** The columns of a file for the API's documentation, as Markdown. */
export function importColumnTable(): string {
  return ["| Column | in French | in Arabic | holds |", "|---|---|---|---|", ...rowsOf(IMPORT_COLUMNS, MEANINGS)].join(
    "\n",
  );
}

function rowsOf<K extends string>(columns: Table<K>, meanings: Readonly<Record<K, string>>): string[] {
  const rows: string[] = [];
  for (const key in columns) {
    const { fr, en, ar } = columns[key];
    rows.push(`| ${en} | ${fr} | ${ar} | ${meanings[key]} |`);
  }
  return rows;
}
