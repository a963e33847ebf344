import type { CapturedMail } from "../../../schemas/mails.ts";
import { escapeHtml } from "../../core/escape-html.ts";

const STYLE = `body{max-width:64rem;margin:0 auto;padding:24px 16px;font:16px/1.6 system-ui,sans-serif;background:#faf7f2;color:#1f1d2b}
a{color:#3b3fc4}table{width:100%;border-collapse:collapse;background:#fff}th,td{padding:10px 12px;border-bottom:1px solid #e4ddd2;text-align:start}
pre{padding:16px;background:#fff;border:1px solid #e4ddd2;border-radius:10px;white-space:pre-wrap;overflow-wrap:anywhere}
section{border:1px solid #e4ddd2;border-radius:10px;overflow:hidden}`;

/** A page of its own with the policy that allows its styles and nothing else. */
export interface DevelopmentPage {
  readonly html: string;
  readonly policy: string;
}

/** Captured mails, newest first. */
export function capturedListPage(mails: readonly CapturedMail[]): Promise<DevelopmentPage> {
  const rows = mails.map(
    ({ id, content, template, locale, state, createdAt }) =>
      `<tr><td>${escapeHtml(content?.to ?? "(forgotten)")}</td><td><a href="/dev/mails/${escapeHtml(id)}"><bdi>${escapeHtml(content?.subject ?? template)}</bdi></a></td>
<td>${escapeHtml(`${template} · ${locale}`)}</td><td>${state}</td><td>${escapeHtml(createdAt)}</td></tr>`,
  );
  const table = `<table><thead><tr><th>To</th><th>Subject</th><th>Template</th><th>State</th><th>Written</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
  return page("Captured mails", mails.length === 0 ? "<p>No mail yet.</p>" : table);
}

/** One mail: its HTML as a mail program shows it, and its text. */
export function capturedMailPage({ content, template }: CapturedMail): Promise<DevelopmentPage> {
  if (!content) return page(template, "<p>What this mail said is forgotten.</p>");
  const [, attributes = "", body = ""] = /<body([^>]*)>(.*)<\/body>/s.exec(content.html) ?? [];
  return page(
    content.subject,
    `<p><a href="/dev/mails">All mails</a> · to ${escapeHtml(content.to)}</p>
<section${attributes}>${body}</section><h2>Text</h2><pre dir="auto">${escapeHtml(content.text)}</pre>`,
  );
}

async function page(title: string, body: string): Promise<DevelopmentPage> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><h1 dir="auto">${escapeHtml(title)}</h1>${body}</body></html>`;
  const inline = new Set([...body.matchAll(/ style="([^"]*)"/g)].map(([, style = ""]) => style));
  const hashes = await Promise.all([STYLE, ...inline].map(hashSource));
  const policy = `default-src 'none'; style-src 'unsafe-hashes' ${hashes.join(" ")}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return { html, policy };
}

// A style may stand only if the policy names its hash, so that a value in a mail brings none of its own.
async function hashSource(style: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
