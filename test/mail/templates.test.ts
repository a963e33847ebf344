import { describe, expect, it } from "vitest";
import { LOCALES } from "../../schemas/users.ts";
import type { MailContent } from "../../workers/modules/mail/mail-values.ts";
import { renderMail } from "../../workers/modules/mail/render-mail.ts";
import { casablancaTime } from "../../workers/modules/mail/text/casablanca-time.ts";
import { mailTexts } from "../../workers/modules/mail/text/texts.ts";

const NAME = 'Amina O\'Brien <script>alert(1)</script> & "co"';
const URL = "https://app.example.ma/verify?token=a&b=c";
const PRODUCT = "Djellaba <b>جلابة</b>";
const AT = Date.UTC(2026, 10, 24, 8, 5);
const CONTENTS: readonly MailContent[] = [
  { template: "verify_email", values: { name: NAME, url: URL } },
  { template: "reset_password", values: { name: NAME, url: URL } },
  { template: "password_changed", values: { name: NAME } },
  { template: "new_sign_in", values: { name: NAME, device: "Chrome <b>131</b>", at: AT } },
  { template: "totp_enabled", values: { name: NAME } },
  { template: "totp_disabled", values: { name: NAME } },
  { template: "account_deleted", values: { name: NAME } },
  { template: "api_key_created", values: { name: NAME, keyName: 'Bou"tique' } },
  { template: "request_received", values: { name: NAME, url: URL, product: PRODUCT, influencer: "Sara" } },
  {
    template: "request_approved",
    values: { name: NAME, url: URL, product: PRODUCT, merchant: "Atlas", rateBps: 1250 },
  },
  { template: "request_rejected", values: { name: NAME, url: URL, product: PRODUCT, merchant: "Atlas", why: "<b>" } },
  { template: "request_expired", values: { name: NAME, url: URL, product: PRODUCT, merchant: "Atlas" } },
  { template: "orders_waiting", values: { name: NAME, url: URL, waiting: 3, overdue: 1, orders: "1001, 1002" } },
  { template: "request_cancelled", values: { name: NAME, url: URL, product: PRODUCT, influencer: "Sara" } },
  {
    template: "claim_received",
    values: { name: NAME, url: URL, other: "Atlas", claim: "missing_sale", answerBy: AT },
  },
  { template: "claim_answered", values: { name: NAME, url: URL, other: "Atlas", claim: "return", answer: "contest" } },
  { template: "claim_escalated", values: { name: NAME, url: URL, other: "Atlas", claim: "missing_sale" } },
  {
    template: "claim_decided",
    values: { name: NAME, url: URL, other: "Atlas", claim: "return", decision: "accept", by: "admin", why: "<b>" },
  },
  { template: "fraud_held", values: { name: NAME, url: URL } },
  { template: "fraud_decided", values: { name: NAME, url: URL, decision: "rejected", why: "<b>" } },
  { template: "webhook_paused", values: { name: NAME, url: URL, host: "erp.atlas.ma" } },
  { template: "influencer_blocked", values: { name: NAME, merchant: "Atlas" } },
];
const EVERY = CONTENTS.flatMap((content) => LOCALES.map((locale) => [content.template, locale, content] as const));
const frame = (locale: (typeof LOCALES)[number]) => ({
  locale,
  appUrl: "https://app.example.ma",
  supportEmail: "support@shareyoursales.ma",
});

describe("the mail templates", () => {
  it("are all tried here", () => {
    expect(CONTENTS.map(({ template }) => template).sort()).toEqual(Object.keys(mailTexts.fr.mails).sort());
  });

  it.each(EVERY)("%s in %s says everything, with no gap left", (_template, locale, content) => {
    const { subject, text, html } = renderMail(content, frame(locale));
    expect(subject.length).toBeGreaterThan(8);
    for (const words of [subject, text, html]) expect(words).not.toMatch(/undefined|null|NaN|\[object|\{\w*\}|\$\{/);
    for (const words of [text, html]) expect(words).toContain("support@shareyoursales.ma");
    expect(text).toContain(NAME);
    if ("url" in content.values) expect(text).toContain(`\n${URL}\n`);
    if ("device" in content.values) expect(text).toContain("24/11/2026 08:05");
    if ("product" in content.values) expect(text).toContain(PRODUCT);
    if ("other" in content.values) expect(text).toContain("Atlas");
    if ("merchant" in content.values) expect(text).toContain("Atlas");
    if ("rateBps" in content.values) expect(text).toMatch(/12[.,]5\u00a0?%/);
    if ("keyName" in content.values) expect(text).toContain('Bou"tique');
  });

  it.each(EVERY)("%s in %s lets no value become HTML", (_template, locale, content) => {
    const { html } = renderMail(content, frame(locale));
    expect(html).not.toMatch(/<script|<b>|O'Brien/);
    expect(html).toContain("Amina O&#39;Brien &lt;script&gt;");
    if ("url" in content.values) expect(html).toContain('href="https://app.example.ma/verify?token=a&amp;b=c"');
  });

  it.each(EVERY)("%s in %s reads in its own direction and loads nothing", (_template, locale, content) => {
    const { html, subject } = renderMail(content, frame(locale));
    expect(html).toContain(`<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}">`);
    expect(/[\u0600-\u06ff]/.test(subject)).toBe(locale === "ar");
    expect(html).not.toMatch(/<img|<link|<table|url\(|@import/);
  });

  it("have their own words in every language", () => {
    for (const content of CONTENTS) {
      const subjects = LOCALES.map((locale) => renderMail(content, frame(locale)).subject);
      expect(new Set(subjects).size).toBe(3);
    }
  });

  it("tell the time of Casablanca, before and after it left summer time", () => {
    expect(casablancaTime(Date.UTC(2026, 6, 1, 23, 30))).toBe("02/07/2026 00:30");
    expect(casablancaTime(AT)).toBe("24/11/2026 08:05");
  });
});
