import type { StorefrontTexts } from "./texts.ts";

export const ar: StorefrontTexts = {
  title: "اختيارات {name}",
  items: "منتجات موصى بها",
  coupon: "كود التخفيض",
  copyCoupon: "نسخ الكود {code}",
  copied: "تم نسخ الكود",
  outOfStock: "نفد من المخزون",
  see: "شاهد العرض",
  disclosure: "روابط شراكة: يحصل {name} على عمولة عند شرائك، وتدفع أنت الثمن نفسه.",
  empty: "قريبا هنا",
  emptyText: "{name} يحضّر اختياراته. عد بعد أيام قليلة.",
  missing: "الواجهة غير موجودة",
  missingText: "لا توجد واجهة في هذا العنوان، أو أنها لم تنشر بعد.",
  toMarket: "تصفح السوق",
  madeWith: "أُنجزت بواسطة ShareYourSales",
};
