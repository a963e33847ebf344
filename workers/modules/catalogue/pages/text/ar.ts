import type { PageTexts } from "./fr.ts";

export const ar: PageTexts = {
  marketplaceTitle: "سوق التسويق بالعمولة · ShareYourSales",
  marketplaceDescription:
    "منتجات وخدمات تجار مغاربة للتوصية بها: الثمن، والعمولة عن كل بيع، والربح عن كل نقرة، ونسبة التسليم.",
  productTitle: "{title} · {merchant}",
  productDescription: "{title}، من {merchant}.",
  merchantTitle: "{merchant} · ShareYourSales",
  merchantDescription: "منتجات وخدمات {merchant} للتوصية بها على ShareYourSales.",
  missingTitle: "غير موجود · ShareYourSales",
  missingDescription: "هذه الصفحة غير موجودة، أو لم تعد موجودة.",
};
