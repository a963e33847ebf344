import type { PageTexts } from "./texts.ts";

export const ar: PageTexts = {
  endedTitle: "انتهى هذا العرض",
  endedDetail: "لم يعد التاجر أو المؤثر يقدّمه. عروض أخرى في انتظارك.",
  soonTitle: "لم يبدأ هذا العرض بعد",
  soonDetail: "عُد بعد قليل، أو اكتشف العروض المتاحة اليوم.",
  unknownTitle: "هذا الرابط غير موجود",
  unknownDetail: "ربما نُسخ بشكل خاطئ. تحقق من العنوان، أو اطّلع على العروض الحالية.",
  failedTitle: "لحظة من فضلك",
  failedDetail: "تعذّر فتح الرابط. أعد المحاولة بعد ثوانٍ.",
  seeOffers: "اطّلع على العروض",
  goToOffer: "اطّلع على العرض",
};
