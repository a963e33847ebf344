import { EmailFailure, type EmailFailureCode, type EmailTransport } from "./email-transport.ts";
import { headerText, isAddress, type Mailbox } from "./mailbox.ts";

// The binding throws errors with a string code (Email Service, Workers API). What is missing here may pass by itself.
const CODES: Readonly<Record<string, EmailFailureCode>> = {
  E_VALIDATION_ERROR: "message_refused",
  E_FIELD_MISSING: "message_refused",
  E_CONTENT_TOO_LARGE: "message_refused",
  E_RECIPIENT_NOT_ALLOWED: "recipient_refused",
  E_RECIPIENT_SUPPRESSED: "recipient_refused",
  E_SENDER_NOT_VERIFIED: "sender_refused",
  E_SENDER_DOMAIN_NOT_AVAILABLE: "sender_refused",
};

/** Mail through Cloudflare's Email Service; the sender's domain must be set up there. */
export function cloudflareTransport(binding: SendEmail, from: Mailbox, replyTo: string): EmailTransport {
  return {
    keepsContent: false,
    send: async (message) => {
      if (!isAddress(message.to)) throw new EmailFailure("recipient_refused");
      try {
        await binding.send({
          from: { name: headerText(from.name), email: from.address },
          to: message.to,
          replyTo: headerText(replyTo),
          subject: headerText(message.subject),
          text: message.text,
          html: message.html,
          // Headers outside its list are refused, save those that begin with X-; the Message-ID is Cloudflare's own.
          headers: { "X-Auto-Response-Suppress": "All", "X-Entity-Ref-ID": message.id },
        });
      } catch (failure) {
        throw new EmailFailure(failureCodeOf(failure));
      }
    },
  };
}

function failureCodeOf(failure: unknown): EmailFailureCode {
  const code = failure instanceof Error && "code" in failure ? String(failure.code) : "";
  return CODES[code] ?? "try_later";
}
