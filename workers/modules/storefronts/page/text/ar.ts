import type { StorefrontHeadTexts } from "./fr.ts";

export const ar: StorefrontHeadTexts = {
  title: "{name} · اختيارات · ShareYourSales",
  description: "المنتجات التي ينصح بها {name}، مع أثمنتها وأكواد التخفيض.",
  missingTitle: "الواجهة غير موجودة · ShareYourSales",
  missingDescription: "هذه الواجهة غير موجودة، أو لم تنشر بعد.",
};
