import { toBase64 } from "./base64.ts";
import { EmailFailure, type EmailMessage, type EmailTransport } from "./email-transport.ts";
import { isAddress, type Mailbox } from "./mailbox.ts";
import { mimeMessage } from "./mime-message.ts";
import { SmtpConnection, type SmtpServer } from "./smtp-connection.ts";

const LOOPBACK: readonly string[] = ["127.0.0.1", "localhost", "::1"];

export interface SmtpAccount extends SmtpServer {
  readonly user: string | undefined;
  readonly password: string | undefined;
}

/** Mail through a submission server (587 with STARTTLS, 465 with TLS). Nothing, least of all a password, leaves unencrypted. */
export function smtpTransport(account: SmtpAccount, from: Mailbox, replyTo: string): EmailTransport {
  return {
    keepsContent: false,
    send: async (message) => {
      if (!isAddress(message.to)) throw new EmailFailure("recipient_refused");
      const connection = await SmtpConnection.open(account);
      try {
        await introduce(connection, account, from);
        await deliver(connection, message, from, replyTo);
      } finally {
        connection.close();
      }
    },
  };
}

async function introduce(connection: SmtpConnection, account: SmtpAccount, from: Mailbox): Promise<void> {
  await connection.reply(2, "try_later");
  const hello = `EHLO ${from.address.split("@").at(-1)}`;
  let { lines: offers } = await connection.command(hello, 2, "not_understood");
  if (account.port !== 465 && (offersWord(offers, "STARTTLS") || !LOOPBACK.includes(account.host))) {
    // A server that suddenly offers no encryption may be somebody in between: the mail waits rather than travel in clear.
    if (!offersWord(offers, "STARTTLS")) throw new EmailFailure("not_secure");
    await connection.command("STARTTLS", 2, "not_secure");
    connection.startTls();
    offers = (await connection.command(hello, 2, "not_secure")).lines;
  }
  if (account.user) await signIn(connection, offers, account.user, account.password ?? "");
}

async function signIn(connection: SmtpConnection, offers: readonly string[], user: string, password: string) {
  const methods = offers.find((line) => /^AUTH[ =]/i.test(line)) ?? "";
  if (/\bPLAIN\b/i.test(methods)) {
    await connection.command(`AUTH PLAIN ${toBase64(`\0${user}\0${password}`)}`, 2, "not_authorized");
  } else if (/\bLOGIN\b/i.test(methods)) {
    await connection.command("AUTH LOGIN", 3, "not_authorized");
    await connection.command(toBase64(user), 3, "not_authorized");
    await connection.command(toBase64(password), 2, "not_authorized");
  } else {
    throw new EmailFailure("not_authorized");
  }
}

async function deliver(connection: SmtpConnection, message: EmailMessage, from: Mailbox, replyTo: string) {
  await connection.command(`MAIL FROM:<${from.address}>`, 2, "sender_refused");
  await connection.command(`RCPT TO:<${message.to}>`, 2, "recipient_refused");
  await connection.command("DATA", 3, "message_refused");
  // No line of a MIME message of ours starts with a dot, so none must be doubled.
  await connection.command(`${mimeMessage(message, from, replyTo)}.`, 2, "message_refused");
  // Accepted is accepted, whatever becomes of the farewell.
  await connection.command("QUIT", 2, "connection_lost").catch(() => {});
}

function offersWord(offers: readonly string[], word: string): boolean {
  return offers.some((line) => line.trim().toUpperCase() === word);
}
