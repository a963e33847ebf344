import type { OrderStatus, Payment } from "../../../../schemas/conversions.ts";
import type { Locale } from "../../../../schemas/locales.ts";
import type { CommissionState } from "../../../../schemas/payments.ts";

type Words<T extends string> = Readonly<Record<T, Readonly<Record<Locale, string>>>>;
const words = (fr: string, en: string, ar: string) => ({ fr, en, ar });

/** The columns of a file of orders, in the order they come, as their heads name them. */
export const ORDER_COLUMNS = {
  order: words("Commande", "Order", "الطلب"),
  id: words("Identifiant", "Id", "المعرّف"),
  orderedAt: words("Date", "Date", "التاريخ"),
  status: words("Statut", "Status", "الحالة"),
  payment: words("Paiement", "Payment", "الدفع"),
  amount: words("Montant", "Amount", "المبلغ"),
  currency: words("Devise", "Currency", "العملة"),
  refunded: words("Remboursé", "Refunded", "المسترجع"),
  city: words("Ville", "City", "المدينة"),
  courier: words("Transporteur", "Courier", "شركة التوصيل"),
  trackingNumber: words("Numéro de suivi", "Tracking number", "رقم التتبع"),
  product: words("Produit", "Product", "المنتج"),
  influencer: words("Influenceur", "Influencer", "المؤثر"),
  link: words("Lien", "Link", "الرابط"),
  attributedBy: words("Attribuée par", "Attributed by", "الإسناد"),
  commission: words("Commission (MAD)", "Commission (MAD)", "العمولة (درهم)"),
  commissionState: words("État de la commission", "Commission state", "حالة العمولة"),
  fee: words("Frais (MAD)", "Fee (MAD)", "الرسوم (درهم)"),
  holdUntil: words("En garde jusqu’au", "Held until", "محجوزة إلى غاية"),
  collectedAt: words("Encaissée le", "Collected at", "تاريخ التحصيل"),
} satisfies Words<string>;
export type OrderColumn = keyof typeof ORDER_COLUMNS;

export const STATUS_WORDS: Words<OrderStatus> = {
  placed: words("Passée", "Placed", "مسجَّل"),
  confirmed: words("Confirmée", "Confirmed", "مؤكَّد"),
  shipped: words("Expédiée", "Shipped", "مشحون"),
  delivered: words("Livrée", "Delivered", "مسلَّم"),
  collected: words("Encaissée", "Collected", "محصَّل"),
  cancelled: words("Annulée", "Cancelled", "ملغى"),
  refused: words("Refusée", "Refused", "مرفوض"),
  returned: words("Retournée", "Returned", "مُرجَع"),
  lost: words("Perdue", "Lost", "ضائع"),
};

export const PAYMENT_WORDS: Words<Payment> = {
  cod: words("À la livraison", "Cash on delivery", "عند التسليم"),
  prepaid: words("D’avance", "Prepaid", "مسبق"),
};

export const ATTRIBUTION_WORDS: Words<"click" | "coupon" | "none"> = {
  click: words("Clic", "Click", "نقرة"),
  coupon: words("Code promo", "Coupon", "رمز ترويجي"),
  none: words("Personne", "Nobody", "لا أحد"),
};

export const COMMISSION_WORDS: Words<CommissionState> = {
  forecast: words("Prévue", "Forecast", "متوقعة"),
  earned: words("En garde", "In hold", "محجوزة"),
  available: words("Disponible", "Available", "متاحة"),
  paid: words("Payée", "Paid", "مدفوعة"),
  void: words("Sans effet", "Void", "لاغية"),
  reversed: words("Reprise", "Reversed", "مستردّة"),
};
