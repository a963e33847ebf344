import type { GuideTexts } from "./texts.ts";

export const ar: GuideTexts = {
  shopify: {
    secretStep:
      "في إدارة Shopify افتح \u2066Settings › Notifications › Webhooks\u2069. تجد أسفل الصفحة عبارة \u2066Your webhooks will be signed with\u2069 ومعها مفتاح التوقيع: انسخه أدناه.",
    noKeyStep:
      "إن لم يظهر أي مفتاح فأنشئ أولا إشعار Order creation إلى عنوان موقعك ليظهر المفتاح، ثم غيّر العنوان بعد ذلك.",
    createStep: "افتح \u2066Settings › Notifications › Webhooks\u2069 ثم Create webhook.",
    topicsStep:
      "أنشئ خمسة بصيغة JSON إلى العنوان نفسه: Order creation، Order payment، Order fulfillment، Order cancellation، Refund create.",
    urlStep: "ألصق هذا العنوان في خانة URL واترك أحدث نسخة من الواجهة البرمجية.",
    clickStep: "ألصق شيفرة التتبع في قالب متجرك: تكتب النقرة في السلة باسم sys_click. تُعرف رموز التخفيض من دونها.",
    testStep: "سجل طلبا تجريبيا: يظهر في السجل في ثوان.",
  },
  woocommerce: {
    createStep: "في WordPress افتح \u2066WooCommerce › Settings › Advanced › Webhooks\u2069 ثم Add webhook.",
    topicsStep:
      "أضف اثنين بحالة Active وبنسخة WP REST API Integration v3: الأول بموضوع Order created والثاني بموضوع Order updated.",
    urlStep: "ألصق هذا العنوان في Delivery URL.",
    secretStep: "ألصق السر الظاهر هنا في Secret، نفسه للاثنين.",
    clickStep: "ألصق شيفرة التتبع في قالب متجرك: تكتب النقرة في الطلب باسم _sys_click. تُعرف رموز التخفيض من دونها.",
    tokenStep: "لسؤال المتجر: \u2066WooCommerce › Settings › Advanced › REST API › Add key\u2069 بصلاحية Read.",
    testStep: "سجل طلبا تجريبيا: يظهر في السجل في ثوان.",
  },
  youcan: {
    appStep: "في partners.youcan.shop أنشئ تطبيقا لمتجرك بصلاحيتي edit-rest-hooks وقراءة الطلبات، ثم ثبّته.",
    secretStep: "انسخ Client secret للتطبيق أدناه: به تُوقع الرسائل.",
    subscribeStep: "اشترك بهذا العنوان في الأحداث order.created وorder.updated وorder.paid برمز الوصول الخاص بالتطبيق:",
    command: "أمر يُشغّل مرة لكل حدث",
    clickStep: "ألصق شيفرة التتبع في متجرك (الإعدادات ‹ Scripts). تُعرف رموز التخفيض من دونها.",
    testStep: "سجل طلبا تجريبيا: يظهر في السجل في ثوان.",
  },
  courier: {
    giveStep: "أعط هذا العنوان والسر للفريق التقني لشركة التوصيل.",
    sendStep: "عند كل تغير في حالة طرد ترسل رسالة JSON مثل هذه:",
    example: "رسالة من شركة توصيل",
    signStep:
      "وتوقعها في الترويسة X-Sys-Signature: قيمة HMAC-SHA-256 للمحتوى بالسر، بالنظام الست عشري. يكفي رقم الطلب أو رقم التتبع.",
    csvStep: "لا تستطيع شركتك ذلك؟ استورد ملف CSV الخاص بها بدلا من ذلك: يُطبق جدول العبارات نفسه.",
  },
  postback: {
    openStep: "عند كل طلب وكل تغير في حالته يفتح نظامك هذا العنوان:",
    example: "العنوان الذي يُفتح",
    signStep:
      "قيمة sig هي HMAC-SHA-256 بالنظام الست عشري لبقية المعاملات كما تُرسل، مرتبة وموصولة بالعلامة &. لا يكون السر في العنوان أبدا، وts هو الوقت بالثواني بفارق خمس دقائق على الأكثر.",
    docsStep: "تجد مثالا كاملا خطوة بخطوة في وثائق الواجهة البرمجية.",
  },
};
