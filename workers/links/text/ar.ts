import type { PageTexts } from "./texts.ts";

export const ar: PageTexts = {
  endedTitle: "انتهى هذا العرض",
  endedDetail: "لم يعد التاجر أو المؤثر يقدّمه.",
  soonTitle: "لم يبدأ هذا العرض بعد",
  soonDetail: "عُد بعد قليل.",
  unknownTitle: "هذا الرابط غير موجود",
  unknownDetail: "ربما نُسخ بشكل خاطئ. تحقق من العنوان.",
  scannedTitle: "روابط غير معروفة كثيرة",
  scannedDetail: "انتظر دقيقة قبل تجربة روابط أخرى.",
  failedTitle: "لحظة من فضلك",
  failedDetail: "تعذّر فتح الرابط. أعد المحاولة بعد ثوانٍ.",
  goOn: "اكتشف ShareYourSales",
  goToOffer: "اطّلع على العرض",
  similarTitle: "عروض أخرى قد تعجبك",
};
