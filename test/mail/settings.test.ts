import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../workers/platform/config.ts";
import type { Env } from "../../workers/platform/env.ts";
import { cloudflareTransport } from "../../workers/vendors/email/cloudflare-transport.ts";
import type { EmailMessage } from "../../workers/vendors/email/email-transport.ts";
import { openEmail } from "../../workers/vendors/email/open-email.ts";

// Settings come as strings of any name; `parseConfig` is what gives them types.
const withSettings = (settings: Record<string, unknown>): Env => ({ ...env, ...settings });
const parsing = (settings: Record<string, unknown>) => () => parseConfig(withSettings(settings));

describe("the settings of mail", () => {
  it("refuse capture in production, naming the key", () => {
    expect(parsing({ ENVIRONMENT: "production", RATE_LIMIT_FACTOR: "1" })).toThrow(
      /MAIL_TRANSPORT: must be smtp or cloudflare/,
    );
  });

  it("are refused when a transport lacks its parts, naming the key and never a value", () => {
    expect(parsing({ MAIL_TRANSPORT: "smtp" })).toThrow(/SMTP_HOST: is missing/);
    expect(parsing({ MAIL_TRANSPORT: "smtp", SMTP_HOST: "h", SMTP_USER: "u" })).toThrow(/SMTP_PASSWORD: is missing/);
    expect(parsing({ MAIL_TRANSPORT: "cloudflare" })).toThrow(/SEND_EMAIL: the binding is missing/);
    expect(parsing({ MAIL_FROM: "nobody-secret" })).toThrow(/^(?!.*nobody-secret).*MAIL_FROM/);
    expect(parsing({ SUPPORT_EMAIL: "x\r\ny" })).toThrow(/SUPPORT_EMAIL/);
  });

  it("choose the transport, and only capture keeps what was said", () => {
    const smtp = withSettings({ MAIL_TRANSPORT: "smtp", SMTP_HOST: "smtp.example.ma" });
    expect(openEmail(parseConfig(env), env).keepsContent).toBe(true);
    expect(openEmail(parseConfig(smtp), smtp).keepsContent).toBe(false);
  });
});

describe("a mail through Cloudflare", () => {
  const from = { name: "Share\r\nBcc: x@y.z\r\nYourSales", address: "no-reply@shareyoursales.ma" };
  const message: EmailMessage = {
    id: "mai_x",
    to: "amina@example.ma",
    subject: "Bonjour\r\nBcc: evil@example.com",
    text: "t",
    html: "<p>h</p>",
    locale: "fr",
    writtenAt: 0,
  };

  it("hands over one recipient and headers of one line each", async () => {
    const taken: unknown[] = [];
    const binding: SendEmail = {
      send: async (builder: unknown) => {
        taken.push(builder);
        return { messageId: "1" };
      },
    };
    await cloudflareTransport(binding, from, "support@shareyoursales.ma").send(message);
    expect(taken).toMatchObject([
      {
        from: { name: "Share Bcc: x@y.z YourSales", email: "no-reply@shareyoursales.ma" },
        to: "amina@example.ma",
        subject: "Bonjour Bcc: evil@example.com",
        text: "t",
        html: "<p>h</p>",
        replyTo: "support@shareyoursales.ma",
      },
    ]);
  });

  it.each([
    ["E_RECIPIENT_SUPPRESSED", "recipient_refused", true],
    ["E_VALIDATION_ERROR", "message_refused", true],
    ["E_SENDER_NOT_VERIFIED", "sender_refused", false],
    ["E_RATE_LIMIT_EXCEEDED", "try_later", false],
    ["E_NEVER_SEEN", "try_later", false],
    [undefined, "try_later", false],
  ])("that is refused with %s has the code %s", async (theirs, ours, isFinal) => {
    const failure = Object.assign(
      new Error("amina@example.ma was refused"),
      theirs === undefined ? {} : { code: theirs },
    );
    const binding: SendEmail = { send: () => Promise.reject(failure) };
    await expect(cloudflareTransport(binding, from, "s@x.ma").send(message)).rejects.toMatchObject({
      code: ours,
      isFinal,
      message: ours,
    });
  });
});
