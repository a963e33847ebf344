import { casablancaTime } from "./casablanca-time.ts";
import { isolated } from "./isolated.ts";
import { percentText } from "./percent-text.ts";
import type { MailTexts } from "./texts.ts";

const NOT_YOU_HOSTILE = "If this was not you, reset your password at once from the sign-in page, then write to us.";

export const en: MailTexts = {
  greeting: (name) => `Hello ${isolated(name)},`,
  linkInFull: "Does the button not open? Copy this address into your browser:",
  reason: "You receive this message because this address belongs to a ShareYourSales account.",
  support: (address) => `A question? Write to ${isolated(address)}.`,
  mails: {
    verify_email: {
      subject: "Confirm your e-mail address",
      preheader: "One click and your ShareYourSales account is ready.",
      lines: () => ["Confirm that this address is yours to activate your account."],
      action: "Confirm my address",
      notes: ["You did not create an account? Ignore this message: without confirmation, nothing happens."],
    },
    reset_password: {
      subject: "Choose a new password",
      preheader: "The link works once and expires soon.",
      lines: () => [
        "You asked to change your password. This link works once and expires soon.",
        "Do not pass it on to anyone: our team will never ask you for it.",
      ],
      action: "Choose a password",
      notes: ["You did not ask for this? Ignore this message: your password stays the same."],
    },
    password_changed: {
      subject: "Your password has changed",
      preheader: "Your other devices were signed out.",
      lines: () => ["The password of your account has just been changed. Your other devices were signed out."],
      notes: [NOT_YOU_HOSTILE],
    },
    new_sign_in: {
      subject: "New sign-in to your account",
      preheader: "Check that it was you.",
      lines: ({ device, at }) => [
        "Your account has just been opened from a new device.",
        `Device: ${isolated(device)}`,
        `Date: ${isolated(casablancaTime(at))} (Morocco time)`,
      ],
      notes: ["It was you? There is nothing to do.", NOT_YOU_HOSTILE],
    },
    totp_enabled: {
      subject: "Two-step sign-in is on",
      preheader: "You will be asked for a code at each sign-in.",
      lines: () => [
        "Two-step sign-in now protects your account. You will be asked for a code at each sign-in.",
        "Keep your recovery codes in a safe place: they stand in for your phone if you lose it.",
      ],
      notes: [NOT_YOU_HOSTILE],
    },
    totp_disabled: {
      subject: "Two-step sign-in is off",
      preheader: "Your password alone is now enough to sign in.",
      lines: () => [
        "Two-step sign-in of your account has just been turned off. Your password alone is now enough to sign in.",
      ],
      notes: [NOT_YOU_HOSTILE],
    },
    account_deleted: {
      subject: "Your account is deleted",
      preheader: "What the law makes us keep, and nothing else.",
      lines: () => [
        "Your ShareYourSales account is deleted, as you asked. You can no longer sign in to it.",
        "We keep only the accounting records that the law requires.",
      ],
      notes: ["You did not ask for this? Write to us at once."],
    },
    api_key_created: {
      subject: "New API key",
      preheader: "Check that it was you.",
      lines: ({ keyName }) => [
        `An API key named ${isolated(keyName)} has just been created on your account. It can act in your name.`,
      ],
      notes: ["If this was not you, revoke it in your settings, change your password, then write to us."],
    },
    request_received: {
      subject: "New affiliation request",
      preheader: "It waits 7 days for your answer.",
      lines: ({ influencer, product }) => [
        `${isolated(influencer)} would like to promote ${isolated(product)}.`,
        "Look at their numbers and answer within 7 days: after that the request expires.",
      ],
      action: "See the request",
      notes: ["You can also accept some requests without looking: set it up on the same page."],
    },
    request_approved: {
      subject: "Your request is approved",
      preheader: "Create your link and share it.",
      lines: ({ merchant, product, rateBps }) => [
        `${isolated(merchant)} agrees that you promote ${isolated(product)}.`,
        ...(rateBps === undefined ? [] : [`Your commission for this product: ${percentText(rateBps, "en")}.`]),
      ],
      action: "Create my link",
      notes: [],
    },
    request_rejected: {
      subject: "Your request was not accepted",
      preheader: "The reason the merchant gave.",
      lines: ({ merchant, product, why }) => [
        `${isolated(merchant)} did not accept your request for ${isolated(product)}.`,
        `The reason: ${isolated(why)}`,
      ],
      action: "See my requests",
      notes: ["You can ask again for this product in 30 days."],
    },
    request_expired: {
      subject: "Your request has expired",
      preheader: "The merchant did not answer within 7 days.",
      lines: ({ merchant, product }) => [
        `${isolated(merchant)} did not answer your request for ${isolated(product)} within 7 days.`,
        "You can ask again now, or choose another product.",
      ],
      action: "See my requests",
      notes: [],
    },
    request_cancelled: {
      subject: "An affiliation was cancelled",
      preheader: "The influencer has withdrawn.",
      lines: ({ influencer, product }) => [
        `${isolated(influencer)} no longer wishes to promote ${isolated(product)}.`,
        "Their links to this product, if there were any, are no longer active.",
      ],
      action: "See the requests",
      notes: [],
    },
    claim_received: {
      subject: "A claim waits for your answer",
      preheader: "You have 10 days to answer.",
      lines: ({ other, claim, answerBy }) => [
        claim === "missing_sale"
          ? `${isolated(other)} reports a sale that came from their link and was not credited to them.`
          : `${isolated(other)} asks to take back an order after its hold has passed: all or part of the commission would be reversed.`,
        `Answer before ${isolated(casablancaTime(answerBy))} (Morocco time).`,
        claim === "missing_sale"
          ? "If you do not answer, our team decides."
          : "If you do not answer, the return is accepted.",
      ],
      action: "See the claim",
      notes: [],
    },
    claim_answered: {
      subject: "Your claim has been answered",
      preheader: "Read what the other side says.",
      lines: ({ other, answer }) => [
        answer === "accept"
          ? `${isolated(other)} accepts your claim. Everything is set right, there is nothing left for you to do.`
          : `${isolated(other)} contests your claim. Our team looks into it and will write to you.`,
      ],
      action: "See the claim",
      notes: [],
    },
    claim_escalated: {
      subject: "A claim went unanswered",
      preheader: "Our team takes over.",
      lines: ({ other }) => [
        `The claim between you and ${isolated(other)} went unanswered for 10 days.`,
        "Our team looks into it and will write to you. You can still add evidence.",
      ],
      action: "See the claim",
      notes: [],
    },
    claim_decided: {
      subject: "A claim is decided",
      preheader: "The decision and its reason.",
      lines: ({ other, decision, by, why }) => [
        decision === "accept"
          ? `The claim between you and ${isolated(other)} is accepted.`
          : `The claim between you and ${isolated(other)} is rejected.`,
        by === "time" ? "Nobody had answered it within 10 days." : `Our team’s reason: ${isolated(why)}`,
      ],
      action: "See the claim",
      notes: [],
    },
    fraud_held: {
      subject: "A commission is being checked",
      preheader: "A person of our team will look, and you can tell your side.",
      lines: () => [
        "A commission cannot be paid out for now: something about the order or the link needs a person to look at it.",
        "This is no accusation. You can see what was noticed, and explain what happened.",
      ],
      action: "See the check",
      notes: ["Nothing is lost meanwhile: only a person can decide, never a deadline."],
    },
    fraud_decided: {
      subject: "A check is finished",
      preheader: "The decision and its reason.",
      lines: ({ decision, why }) => [
        decision === "cleared"
          ? "A person of our team looked at your case: all is well. The commissions that were held go on as before."
          : "A person of our team looked at your case: the commissions concerned will not be paid.",
        `Their reason: ${isolated(why)}`,
      ],
      action: "See the decision",
      notes: ["If a commission was refused, you can ask once for another person to look."],
    },
    webhook_paused: {
      subject: "Your webhooks are paused",
      preheader: "Your server no longer answers. Nothing is lost.",
      lines: ({ host }) => [
        `Nothing reaches your server ${isolated(host)} any more: it refused further deliveries, or none has arrived for 24 hours.`,
        "We have paused the deliveries. What happens meanwhile is kept for 30 days and is sent when you resume.",
      ],
      action: "See deliveries and resume",
      notes: ["Repair your server first, then resume: the same page sends a test."],
    },
    orders_waiting: {
      subject: "Orders are waiting for news",
      preheader: "Say what became of them.",
      lines: ({ waiting, overdue, orders }) => [
        ...(waiting === 0
          ? []
          : [
              waiting === 1
                ? "One order has been waiting for news for more than 15 days."
                : `${waiting} orders have been waiting for news for more than 15 days.`,
            ]),
        ...(overdue === 0
          ? []
          : [
              overdue === 1
                ? "One order has had no outcome for 45 days. It now counts as not delivered in your delivery rate."
                : `${overdue} orders have had no outcome for 45 days. They now count as not delivered in your delivery rate.`,
            ]),
        `To begin with: ${isolated(orders)}`,
        "For each, say whether it was delivered and paid, or came back. Your partners are waiting for their commission.",
      ],
      action: "See my orders",
      notes: ["A connected courier or shop tells us for you."],
    },
    influencer_blocked: {
      subject: "A collaboration has ended",
      preheader: "Your links to this merchant are no longer active.",
      lines: ({ merchant }) => [
        `Your collaboration with ${isolated(merchant)} has ended. Your requests and links with this merchant are no longer active.`,
        "The sales you have already made stay yours: nothing changes for them.",
      ],
      notes: [],
    },
  },
};
