import { describe, expect, inject, it } from "vitest";
import type { EmailFailureCode, EmailMessage } from "../../workers/vendors/email/email-transport.ts";
import { parseMailbox } from "../../workers/vendors/email/mailbox.ts";
import { type SmtpAccount, smtpTransport } from "../../workers/vendors/email/smtp-transport.ts";
import { SMTP_ACCOUNT } from "../support/smtp-account.ts";
import type { SmtpPorts, SmtpSession } from "../support/smtp-server.ts";

const ports = inject("smtp");
const FROM = { name: "ShareYourSales", address: "no-reply@shareyoursales.ma" };
const REPLY_TO = "support@shareyoursales.ma";
let sequence = 0;

function messageTo(wish: string, more: Partial<EmailMessage> = {}): EmailMessage {
  const id = `mai_${wish}${Date.now()}x${sequence++}`;
  return {
    id,
    to: `${wish}+${id}@example.ma`,
    subject: "Bonjour",
    text: "Bonjour Amina,\n\n.une ligne\n",
    html: "<p>Bonjour Amina</p>",
    locale: "fr",
    writtenAt: Date.UTC(2026, 10, 24, 8),
    ...more,
  };
}

function transportTo(port: keyof SmtpPorts, more: Partial<SmtpAccount> = {}) {
  const account = { host: "127.0.0.1", port: ports[port], timeoutMs: 2_000, ...SMTP_ACCOUNT, ...more };
  return smtpTransport(account, FROM, REPLY_TO);
}

// A test knows its sessions by the id in its address.
async function sessionsOf(word: string): Promise<SmtpSession[]> {
  return (await fetch(`http://127.0.0.1:${ports.control}/sessions?of=${encodeURIComponent(word)}`)).json();
}

async function sent(
  message: EmailMessage,
): Promise<{ session: SmtpSession; headers: Map<string, string>; parts: string[] }> {
  const [session] = await sessionsOf(message.id);
  if (!session?.data) throw new Error("the server got no message");
  const [head = "", ...body] = session.data.replace(/\r\n /g, " ").split("\r\n\r\n");
  const headers = new Map(head.split("\r\n").map((line) => [line.split(": ")[0] ?? "", line.replace(/^[^:]*: /, "")]));
  const parts = body.join("\r\n\r\n").split(/--=_[^\r]*\r\n/);
  return { session, headers, parts };
}

const fromBase64 = (text: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, "")), (c) => c.charCodeAt(0)));
const decoded = (words = "") =>
  words.replace(/\?=\s+=\?/g, "?==?").replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, text: string) => fromBase64(text));
const codeOf = (sending: Promise<void>): Promise<EmailFailureCode | "sent"> =>
  sending.then(
    () => "sent",
    (failure) => failure.code,
  );

describe("a mail through SMTP", () => {
  it("signs in, names one sender and one recipient, and takes its leave", async () => {
    const message = messageTo("amina");
    await transportTo("plain").send(message);
    const { session } = await sent(message);
    expect(session.lines).toEqual([
      "EHLO shareyoursales.ma",
      expect.stringMatching(/^AUTH PLAIN /),
      "MAIL FROM:<no-reply@shareyoursales.ma>",
      `RCPT TO:<${message.to}>`,
      "DATA",
      "QUIT",
    ]);
  });

  it("signs in with LOGIN where PLAIN is not offered, with a password beyond ASCII", async () => {
    const message = messageTo("login");
    expect(await codeOf(transportTo("loginOnly").send(message))).toBe("sent");
  });

  it("arrives as text and HTML, in any script, byte for byte", async () => {
    const text = "مرحبا ⁨أمينة⁩،\n.سطر يبدأ بنقطة\n";
    const html = `<p dir="rtl">مرحبا ${"ب".repeat(500)}</p>`;
    const message = messageTo("arabic", {
      subject: "أكّد بريدك الإلكتروني قبل نهاية هذا الأسبوع من فضلك 🙏",
      text,
      html,
      locale: "ar",
    });
    await transportTo("plain").send(message);
    const { headers, parts } = await sent(message);
    expect(decoded(headers.get("Subject"))).toBe(message.subject);
    expect(headers.get("Message-ID")).toBe(`<${message.id}@shareyoursales.ma>`);
    expect(headers.get("Date")).toBe("Tue, 24 Nov 2026 08:00:00 +0000");
    expect(headers.get("From")).toBe("ShareYourSales <no-reply@shareyoursales.ma>");
    expect(headers.get("Reply-To")).toBe(REPLY_TO);
    const bodies = parts.slice(1, 3).map((part) => fromBase64(part.split("\r\n\r\n")[1] ?? ""));
    expect(bodies).toEqual([text, html]);
  });

  it("has no line that a server may refuse: ASCII, at most 78 characters", async () => {
    const message = messageTo("lines", { subject: "é".repeat(300), html: "x".repeat(5000) });
    await transportTo("plain").send(message);
    const [session] = await sessionsOf(message.id);
    const lines = session?.data?.split("\r\n") ?? [];
    expect(lines.length).toBeGreaterThan(80);
    expect(lines.filter((line) => line.length > 78 || /[^\x20-\x7e]/.test(line))).toEqual([]);
  });
});

describe("what a person wrote", () => {
  it("starts no header of its own from a subject", async () => {
    const message = messageTo("injected", { subject: "Bonjour\r\nBcc: evil@example.com\r\n\r\nbody\0" });
    await transportTo("plain").send(message);
    const { session, headers } = await sent(message);
    expect(headers.get("Subject")).toBe("Bonjour Bcc: evil@example.com body");
    expect(headers.has("Bcc")).toBe(false);
    expect(session.lines.filter((line) => line.startsWith("RCPT"))).toHaveLength(1);
  });

  it("starts no header from the sender's name", async () => {
    const message = messageTo("named");
    const from = { ...FROM, name: "Share\r\nX-Evil: 1\nYour\0Sales" };
    await smtpTransport(
      { host: "127.0.0.1", port: ports.plain, timeoutMs: 2_000, ...SMTP_ACCOUNT },
      from,
      REPLY_TO,
    ).send(message);
    const { headers } = await sent(message);
    expect(headers.has("X-Evil")).toBe(false);
    expect(decoded(headers.get("From"))).toBe(`Share X-Evil: 1 Your Sales <${FROM.address}>`);
  });

  it.each([
    "a@b.ma\r\nRCPT TO:<evil@example.com>",
    "a@b.ma> <evil@example.com",
    "a b@example.ma",
    '"a"@example.ma',
    "a@b.ma\0",
    "nobody",
    "",
  ])("is no address when it could be more than one: %j", async (to) => {
    const message = messageTo("address", { to });
    expect(await codeOf(transportTo("plain").send(message))).toBe("recipient_refused");
    expect(await sessionsOf(message.id)).toEqual([]);
  });

  it("is a mailbox only in its two plain forms", () => {
    expect(parseMailbox("ShareYourSales <a@b.ma>")).toEqual({ name: "ShareYourSales", address: "a@b.ma" });
    expect(parseMailbox("a@b.ma")).toEqual({ name: "", address: "a@b.ma" });
    for (const text of ["", "a@b.ma, c@d.ma", "A <a@b.ma> <c@d.ma>", "A <a@b.ma>\r\nBcc: x@y.z"])
      expect(parseMailbox(text)).toBeUndefined();
  });
});

describe("a server that", () => {
  it.each<[string, keyof SmtpPorts, string, EmailFailureCode]>([
    ["does not know the recipient", "plain", "refused", "recipient_refused"],
    ["refuses the content", "plain", "spam", "message_refused"],
    ["is busy", "plain", "busy", "try_later"],
    ["hangs up amid the conversation", "plain", "gone", "connection_lost"],
    ["falls silent", "plain", "silent", "timed_out"],
    ["never greets", "mute", "mute", "timed_out"],
    ["hangs up at once", "hangUp", "any", "connection_lost"],
    ["speaks another protocol", "babble", "any", "not_understood"],
  ])("%s ends in a code of ours", async (_name, port, wish, code) => {
    expect(await codeOf(transportTo(port, { timeoutMs: 500 }).send(messageTo(wish)))).toBe(code);
  });

  it("cannot be reached ends in a code of ours", async () => {
    expect(await codeOf(transportTo("plain", { port: 1 }).send(messageTo("any")))).toBe("unreachable");
  });

  it("refuses the password ends in a code of ours, without the password in it", async () => {
    const failure = await transportTo("plain", { password: "wrong" })
      .send(messageTo("any"))
      .catch((thrown: Error) => thrown);
    expect(String(failure)).toBe("EmailFailure: not_authorized");
  });

  it("offers no encryption gets neither password nor mail, unless it is this machine", async () => {
    const message = messageTo("clear");
    const transport = transportTo("plain", { host: "127.0.0.2", user: "clear", password: message.id });
    expect(await codeOf(transport.send(message))).toBe("not_secure");
    expect(
      (await sessionsOf("EHLO")).filter(
        ({ lines }) => lines.length > 1 && lines[1]?.includes(btoa(`\0clear\0${message.id}`)),
      ),
    ).toEqual([]);
  });

  it("shows a certificate nobody trusts gets neither password nor mail", async () => {
    const before = (await sessionsOf("STARTTLS")).length;
    const code = await codeOf(transportTo("encrypted", { host: "localhost" }).send(messageTo("tls")));
    expect(["connection_lost", "not_secure", "timed_out"]).toContain(code);
    const sessions = await sessionsOf("STARTTLS");
    expect(sessions.length).toBe(before + 1);
    expect(sessions.at(-1)?.lines.some((line) => /AUTH|MAIL/.test(line))).toBe(false);
  });
});
