import { toBase64 } from "./base64.ts";
import type { EmailMessage } from "./email-transport.ts";
import { headerText, type Mailbox } from "./mailbox.ts";

// A line with an encoded word has at most 76 characters (RFC 2047): 39 bytes are 52 of base64, 12 of frame, 9 of `Subject: `.
const WORD_BYTES = 39;
const LINE_CHARACTERS = 76;
const CRLF = "\r\n";
const encoder = new TextEncoder();

/** The whole message as it goes over the wire (RFC 5322, MIME): text and HTML as alternatives, both base64, ASCII only. */
export function mimeMessage(message: EmailMessage, from: Mailbox, replyTo: string): string {
  const boundary = `=_${message.id}`;
  const headers: readonly (readonly [name: string, value: string])[] = [
    ["From", from.name === "" ? from.address : `${phrase(from.name)} <${from.address}>`],
    ["To", headerText(message.to)],
    ["Reply-To", headerText(replyTo)],
    ["Subject", unstructured(message.subject)],
    ["Date", mailDate(message.writtenAt)],
    ["Message-ID", `<${message.id}@${from.address.split("@").at(-1)}>`],
    ["Content-Language", message.locale],
    ["Auto-Submitted", "auto-generated"],
    ["MIME-Version", "1.0"],
    ["Content-Type", `multipart/alternative; boundary="${boundary}"`],
  ];
  return [
    ...headers.map(([name, value]) => `${name}: ${value}`),
    "",
    ...part(boundary, "text/plain", message.text),
    ...part(boundary, "text/html", message.html),
    `--${boundary}--`,
    "",
  ].join(CRLF);
}

function part(boundary: string, type: string, text: string): string[] {
  const lines = toBase64(text).match(new RegExp(`.{1,${LINE_CHARACTERS}}`, "g")) ?? [];
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    ...lines,
    "",
  ];
}

/** A subject: plain when it is short ASCII, else encoded words of whole characters. */
function unstructured(text: string): string {
  const clean = headerText(text);
  return /^[\x20-\x7e]{0,60}$/.test(clean) && !clean.includes("=?") ? clean : encodedWords(clean);
}

/** A name before an address: plain letters and spaces, or encoded words. */
function phrase(text: string): string {
  const clean = headerText(text);
  return /^[A-Za-z0-9 ]{1,60}$/.test(clean) ? clean : encodedWords(clean);
}

function encodedWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const character of text.toWellFormed()) {
    if (encoder.encode(word + character).length > WORD_BYTES) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  return [...words, word].map((each) => `=?UTF-8?B?${toBase64(each)}?=`).join(`${CRLF} `);
}

// `Tue, 24 Nov 2026 08:00:00 +0000`: mail writes the zone as digits.
function mailDate(atMs: number): string {
  return new Date(atMs).toUTCString().replace("GMT", "+0000");
}
