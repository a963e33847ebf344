import { casablancaTime } from "./casablanca-time.ts";
import { isolated } from "./isolated.ts";
import { percentText } from "./percent-text.ts";
import type { MailTexts } from "./texts.ts";

const NOT_YOU_HOSTILE = "إن لم تكن أنت من قام بذلك، فأعد تعيين كلمة المرور فورا من صفحة الدخول، ثم راسلنا.";

export const ar: MailTexts = {
  greeting: (name) => `مرحبا ${isolated(name)}،`,
  linkInFull: "لا يعمل الزر؟ انسخ هذا العنوان في متصفحك:",
  reason: "وصلتك هذه الرسالة لأن هذا البريد مرتبط بحساب على ShareYourSales.",
  support: (address) => `عندك سؤال؟ راسلنا على ${isolated(address)}.`,
  mails: {
    verify_email: {
      subject: "أكّد بريدك الإلكتروني",
      preheader: "نقرة واحدة ويصبح حسابك جاهزا.",
      lines: () => ["أكّد أن هذا البريد لك حتى نفعّل حسابك."],
      action: "تأكيد بريدي",
      notes: ["لم تنشئ أي حساب؟ تجاهل هذه الرسالة: لن يحدث شيء من دون تأكيد."],
    },
    reset_password: {
      subject: "اختر كلمة مرور جديدة",
      preheader: "الرابط صالح لمرة واحدة وتنتهي صلاحيته قريبا.",
      lines: () => [
        "طلبت تغيير كلمة المرور. هذا الرابط صالح لمرة واحدة وتنتهي صلاحيته قريبا.",
        "لا تعطه لأي أحد: لن يطلبه منك فريقنا أبدا.",
      ],
      action: "اختيار كلمة المرور",
      notes: ["لم تطلب ذلك؟ تجاهل هذه الرسالة: كلمة المرور لم تتغير."],
    },
    password_changed: {
      subject: "تغيّرت كلمة المرور",
      preheader: "تم إخراج أجهزتك الأخرى من الحساب.",
      lines: () => ["تغيّرت كلمة مرور حسابك قبل قليل، وتم إخراج أجهزتك الأخرى من الحساب."],
      notes: [NOT_YOU_HOSTILE],
    },
    new_sign_in: {
      subject: "دخول جديد إلى حسابك",
      preheader: "تحقق من أنك أنت من دخل.",
      lines: ({ device, at }) => [
        "تم الدخول إلى حسابك قبل قليل من جهاز جديد.",
        `الجهاز: ${isolated(device)}`,
        `التاريخ: ${isolated(casablancaTime(at))} (بتوقيت المغرب)`,
      ],
      notes: ["أنت من دخل؟ لا داعي لأي إجراء.", NOT_YOU_HOSTILE],
    },
    totp_enabled: {
      subject: "تم تفعيل التحقق بخطوتين",
      preheader: "سنطلب منك رمزا عند كل دخول.",
      lines: () => [
        "حسابك محمي الآن بالتحقق بخطوتين. سنطلب منك رمزا عند كل دخول.",
        "احتفظ برموز الطوارئ في مكان آمن: هي بديل هاتفك إن ضاع.",
      ],
      notes: [NOT_YOU_HOSTILE],
    },
    totp_disabled: {
      subject: "تم إيقاف التحقق بخطوتين",
      preheader: "تكفي الآن كلمة المرور وحدها للدخول.",
      lines: () => ["تم قبل قليل إيقاف التحقق بخطوتين في حسابك. تكفي الآن كلمة المرور وحدها للدخول."],
      notes: [NOT_YOU_HOSTILE],
    },
    account_deleted: {
      subject: "تم حذف حسابك",
      preheader: "نحتفظ بما يفرضه القانون، ولا شيء غيره.",
      lines: () => [
        "تم حذف حسابك على ShareYourSales كما طلبت، ولم يعد بإمكانك الدخول إليه.",
        "نحتفظ فقط بالوثائق المحاسبية التي يفرض القانون حفظها.",
      ],
      notes: ["لم تطلب هذا الحذف؟ راسلنا فورا."],
    },
    api_key_created: {
      subject: "مفتاح API جديد",
      preheader: "تحقق من أنك أنت من أنشأه.",
      lines: ({ keyName }) => [
        `تم إنشاء مفتاح API باسم ${isolated(keyName)} في حسابك قبل قليل. يستطيع هذا المفتاح التصرف باسمك.`,
      ],
      notes: ["إن لم تكن أنت من أنشأه، فألغه من الإعدادات وغيّر كلمة المرور، ثم راسلنا."],
    },
    request_received: {
      subject: "طلب شراكة جديد",
      preheader: "ينتظر ردك لمدة 7 أيام.",
      lines: ({ influencer, product }) => [
        `يرغب ${isolated(influencer)} في الترويج لمنتج ${isolated(product)}.`,
        "اطلع على أرقامه وأجب خلال 7 أيام: بعد هذا الأجل تنتهي صلاحية الطلب.",
      ],
      action: "عرض الطلب",
      notes: ["يمكنك أيضا قبول بعض الطلبات تلقائيا: اضبط ذلك من الصفحة نفسها."],
    },
    request_approved: {
      subject: "تم قبول طلبك",
      preheader: "أنشئ رابطك وشاركه.",
      lines: ({ merchant, product, rateBps }) => [
        `وافق ${isolated(merchant)} على أن تروّج لمنتج ${isolated(product)}.`,
        ...(rateBps === undefined ? [] : [`عمولتك على هذا المنتج: ${isolated(percentText(rateBps, "ar"))}.`]),
      ],
      action: "إنشاء رابطي",
      notes: [],
    },
    request_rejected: {
      subject: "لم يُقبل طلبك",
      preheader: "السبب الذي ذكره التاجر.",
      lines: ({ merchant, product, why }) => [
        `لم يقبل ${isolated(merchant)} طلبك بخصوص ${isolated(product)}.`,
        `السبب: ${isolated(why)}`,
      ],
      action: "عرض طلباتي",
      notes: ["يمكنك تقديم طلب جديد لهذا المنتج بعد 30 يوما."],
    },
    request_expired: {
      subject: "انتهت صلاحية طلبك",
      preheader: "لم يجب التاجر خلال 7 أيام.",
      lines: ({ merchant, product }) => [
        `لم يجب ${isolated(merchant)} خلال 7 أيام على طلبك بخصوص ${isolated(product)}.`,
        "يمكنك تقديم الطلب من جديد الآن، أو اختيار منتج آخر.",
      ],
      action: "عرض طلباتي",
      notes: [],
    },
    request_cancelled: {
      subject: "تم إلغاء شراكة",
      preheader: "انسحب المؤثر.",
      lines: ({ influencer, product }) => [
        `لم يعد ${isolated(influencer)} يرغب في الترويج لمنتج ${isolated(product)}.`,
        "روابطه إلى هذا المنتج، إن وُجدت، لم تعد مفعّلة.",
      ],
      action: "عرض الطلبات",
      notes: [],
    },
    claim_received: {
      subject: "مطالبة تنتظر جوابك",
      preheader: "أمامك عشرة أيام للجواب.",
      lines: ({ other, claim, answerBy }) => [
        claim === "missing_sale"
          ? `يقول ${isolated(other)} إن عملية بيع جاءت من رابطه ولم تُحتسب له.`
          : `يطلب ${isolated(other)} استرجاع طلب بعد انقضاء مدة الضمان، فتُلغى العمولة كلها أو جزء منها.`,
        `أجب قبل ${isolated(casablancaTime(answerBy))} (بتوقيت المغرب).`,
        claim === "missing_sale" ? "إذا لم تجب، يحسم فريقنا الأمر." : "إذا لم تجب، يُعتبر الاسترجاع مقبولا.",
      ],
      action: "الاطلاع على المطالبة",
      notes: [],
    },
    claim_answered: {
      subject: "وصل جواب على مطالبتك",
      preheader: "اقرأ جواب الطرف الآخر.",
      lines: ({ other, answer }) => [
        answer === "accept"
          ? `وافق ${isolated(other)} على مطالبتك. سُوّي كل شيء، ولا يلزمك فعل أي شيء.`
          : `اعترض ${isolated(other)} على مطالبتك. يدرسها فريقنا وسيكتب إليك بقراره.`,
      ],
      action: "الاطلاع على المطالبة",
      notes: [],
    },
    claim_escalated: {
      subject: "بقيت مطالبة دون جواب",
      preheader: "يتولى فريقنا الأمر.",
      lines: ({ other }) => [
        `بقيت المطالبة بينك وبين ${isolated(other)} دون جواب عشرة أيام.`,
        "يدرسها فريقنا وسيكتب إليك بقراره. ما زال بإمكانك إضافة وثائق.",
      ],
      action: "الاطلاع على المطالبة",
      notes: [],
    },
    claim_decided: {
      subject: "حُسمت مطالبة",
      preheader: "القرار وسببه.",
      lines: ({ other, decision, by, why }) => [
        decision === "accept"
          ? `قُبلت المطالبة بينك وبين ${isolated(other)}.`
          : `رُفضت المطالبة بينك وبين ${isolated(other)}.`,
        by === "time" ? "لم يجب عنها أحد خلال عشرة أيام." : `سبب القرار: ${isolated(why)}`,
      ],
      action: "الاطلاع على المطالبة",
      notes: [],
    },
    webhook_paused: {
      subject: "أوقفنا الإرسال إلى خادمك مؤقتا",
      preheader: "خادمك لم يعد يستجيب، ولم يضع شيء.",
      lines: ({ host }) => [
        `لم يعد شيء يصل إلى خادمك ${isolated(host)}: إما أنه رفض أي إرسال جديد، أو لم ينجح أي إرسال منذ 24 ساعة.`,
        "أوقفنا الإرسال مؤقتا. نحتفظ بكل ما يحدث في هذه الأثناء لمدة 30 يوما، ونرسله حين تستأنف.",
      ],
      action: "الاطلاع على الإرسالات واستئنافها",
      notes: ["أصلح خادمك أولا ثم استأنف الإرسال: يمكنك إرسال تجربة من الصفحة نفسها."],
    },
    orders_waiting: {
      subject: "طلبات تنتظر خبرا منك",
      preheader: "أخبرنا بما آلت إليه.",
      lines: ({ waiting, overdue, orders }) => [
        ...(waiting === 0
          ? []
          : [
              waiting === 1
                ? "طلب واحد ينتظر خبرا منذ أكثر من 15 يوما."
                : `عدد الطلبات التي تنتظر خبرا منذ أكثر من 15 يوما: ${waiting}.`,
            ]),
        ...(overdue === 0
          ? []
          : [
              overdue === 1
                ? "طلب واحد بقي بلا نتيجة منذ 45 يوما، وصار يُحتسب غير مسلَّم في معدل التوصيل لديك."
                : `عدد الطلبات التي بقيت بلا نتيجة منذ 45 يوما: ${overdue}، وصارت تُحتسب غير مسلَّمة في معدل التوصيل لديك.`,
            ]),
        `ابدأ بهذه: ${isolated(orders)}`,
        "أخبرنا عن كل طلب: هل سُلِّم وحُصِّل ثمنه، أم عاد إليك؟ شركاؤك ينتظرون عمولاتهم.",
      ],
      action: "عرض طلباتي",
      notes: ["إذا ربطت متجرك أو شركة التوصيل، فهي تخبرنا نيابة عنك."],
    },
    influencer_blocked: {
      subject: "انتهى أحد تعاوناتك",
      preheader: "روابطك لدى هذا التاجر لم تعد مفعّلة.",
      lines: ({ merchant }) => [
        `انتهى تعاونك مع ${isolated(merchant)}. طلباتك وروابطك لدى هذا التاجر لم تعد مفعّلة.`,
        "المبيعات التي حققتها تبقى لك: لا شيء يتغير بشأنها.",
      ],
      notes: [],
    },
  },
};
