import type { Config } from "../../platform/config.ts";
import type { Env } from "../../platform/env.ts";
import { cloudflareTransport } from "./cloudflare-transport.ts";
import type { EmailTransport } from "./email-transport.ts";
import { parseMailbox } from "./mailbox.ts";
import { smtpTransport } from "./smtp-transport.ts";

const ANSWER_WITHIN_MS = 20_000;

// Nothing leaves: the row in `mails` keeps its content, to be read on the development page.
const captureTransport: EmailTransport = { keepsContent: true, send: async () => {} };

/** The transport that the configuration names; `parseConfig` has proven that its parts are there. */
export function openEmail(config: Config, env: Env): EmailTransport {
  const from = parseMailbox(config.MAIL_FROM);
  if (!from) throw new Error("MAIL_FROM: is not a mailbox");
  const { SMTP_HOST: host, SMTP_PORT: port, SMTP_USER: user, SMTP_PASSWORD: password } = config;
  if (config.MAIL_TRANSPORT === "smtp" && host)
    return smtpTransport({ host, port, user, password, timeoutMs: ANSWER_WITHIN_MS }, from, config.SUPPORT_EMAIL);
  if (config.MAIL_TRANSPORT === "cloudflare" && env.SEND_EMAIL)
    return cloudflareTransport(env.SEND_EMAIL, from, config.SUPPORT_EMAIL);
  if (config.MAIL_TRANSPORT === "capture") return captureTransport;
  throw new Error(`MAIL_TRANSPORT: ${config.MAIL_TRANSPORT} lacks its settings`);
}
