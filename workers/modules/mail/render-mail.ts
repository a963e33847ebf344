import type { Locale } from "../../../schemas/users.ts";
import { escapeHtml } from "../../core/escape-html.ts";
import type { Filled, MailTemplate } from "./mail-values.ts";
import { type MailText, mailTexts } from "./text/texts.ts";

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailFrame {
  readonly locale: Locale;
  readonly appUrl: string;
  readonly supportEmail: string;
}

// Look.md's colours as mail programs know them: paper and ink, Majorelle blue. Styles are inline, for many drop a stylesheet.
const STYLES = {
  body: "margin:0;padding:24px 12px;background-color:#faf7f2;color:#1f1d2b;font-family:'Readex Pro',system-ui,-apple-system,'Segoe UI','Noto Sans','Noto Sans Arabic',Arial,sans-serif;font-size:16px",
  preheader:
    "display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:#faf7f2",
  card: "max-width:560px;margin:0 auto;padding:32px 24px;background-color:#ffffff;border:1px solid #e4ddd2;border-radius:10px",
  brand: "margin:0 0 24px;font-size:16px;font-weight:600",
  brandLink: "color:#3b3fc4;text-decoration:none",
  heading: "margin:0 0 20px;font-size:24px;line-height:1.35;font-weight:600",
  line: "margin:0 0 16px",
  action: "margin:28px 0",
  button:
    "display:inline-block;padding:14px 24px;border-radius:10px;background-color:#3b3fc4;color:#ffffff;font-weight:600;text-decoration:none",
  small: "margin:0 0 12px;color:#5d596b;font-size:14px",
  address: "color:#3b3fc4;word-break:break-all",
  footer: "max-width:560px;margin:16px auto 0;padding:0 24px;color:#5d596b;font-size:14px",
} as const;

// Arabic letters need more room between lines.
const LINE_HEIGHTS: Readonly<Record<Locale, string>> = { fr: "1.6", en: "1.6", ar: "1.9" };

/** The mail in its language, as plain text and as HTML that needs neither pictures nor a stylesheet. Every value is escaped. */
export function renderMail<T extends MailTemplate>(mail: Filled<T>, frame: MailFrame): RenderedMail {
  const texts = mailTexts[frame.locale];
  const words: MailText<Filled<T>["values"]> = texts.mails[mail.template];
  const parts: Parts = {
    subject: words.subject,
    preheader: words.preheader,
    lines: [texts.greeting(mail.values.name), ...words.lines(mail.values)],
    action: words.action && "url" in mail.values ? { label: words.action, url: mail.values.url } : null,
    linkInFull: texts.linkInFull,
    notes: words.notes,
    footer: [texts.reason, texts.support(frame.supportEmail)],
  };
  return { subject: parts.subject, text: textOf(parts), html: htmlOf(parts, frame) };
}

interface Parts {
  readonly subject: string;
  readonly preheader: string;
  readonly lines: readonly string[];
  readonly action: { readonly label: string; readonly url: string } | null;
  readonly linkInFull: string;
  readonly notes: readonly string[];
  readonly footer: readonly string[];
}

function textOf({ lines, action, notes, footer }: Parts): string {
  const link = action ? [`${action.label}\n${action.url}`] : [];
  return [...lines, ...link, ...notes, `-- \nShareYourSales\n${footer.join("\n")}`].join("\n\n").concat("\n");
}

function htmlOf(parts: Parts, { locale, appUrl }: MailFrame): string {
  const direction = locale === "ar" ? "rtl" : "ltr";
  const link = (style: string, url: string, label: string) =>
    `<a href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a>`;
  const { action } = parts;
  const body = [
    `<div style="${STYLES.preheader}">${escapeHtml(parts.preheader)}</div>`,
    `<div style="${STYLES.card}">`,
    `<p style="${STYLES.brand}">${link(STYLES.brandLink, appUrl, "ShareYourSales")}</p>`,
    `<h1 style="${STYLES.heading}">${escapeHtml(parts.subject)}</h1>`,
    ...paragraphs(STYLES.line, parts.lines),
    ...(action ? [`<p style="${STYLES.action}">${link(STYLES.button, action.url, action.label)}</p>`] : []),
    ...paragraphs(STYLES.small, parts.notes),
    ...(action
      ? [
          `<p style="${STYLES.small}">${escapeHtml(parts.linkInFull)}<br>`,
          `<bdi dir="ltr">${link(STYLES.address, action.url, action.url)}</bdi></p>`,
        ]
      : []),
    "</div>",
    `<div style="${STYLES.footer}">`,
    ...paragraphs(STYLES.small, parts.footer),
    "</div>",
  ];
  return [
    `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light">',
    `<title>${escapeHtml(parts.subject)}</title></head>`,
    `<body dir="${direction}" style="${STYLES.body};line-height:${LINE_HEIGHTS[locale]}">`,
    ...body,
    "</body></html>",
  ].join("\n");
}

function paragraphs(style: string, texts: readonly string[]): string[] {
  return texts.map((text) => `<p style="${style}">${escapeHtml(text)}</p>`);
}
