import type { Locale } from "../../../schemas/users.ts";

/** One mail to one person, ready to leave. */
export interface EmailMessage {
  /** Becomes the Message-ID, so that a mail sent twice is recognised as one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly locale: Locale;
  /** UTC epoch milliseconds. */
  readonly writtenAt: number;
}

/** The one way mail leaves the house. */
export interface EmailTransport {
  /** Whether sent mail stays readable in the database, as only development wants. */
  readonly keepsContent: boolean;
  /** @throws EmailFailure whatever goes wrong outside */
  send(message: EmailMessage): Promise<void>;
}

export type EmailFailureCode =
  | "unreachable"
  | "timed_out"
  | "connection_lost"
  | "not_understood"
  | "not_secure"
  | "not_authorized"
  | "sender_refused"
  | "recipient_refused"
  | "message_refused"
  | "try_later";

const FINAL: ReadonlySet<EmailFailureCode> = new Set(["recipient_refused", "message_refused"]);

/** Why a mail did not leave. Carries a code alone: what servers answer may quote addresses. */
export class EmailFailure extends Error {
  readonly code: EmailFailureCode;

  constructor(code: EmailFailureCode) {
    super(code);
    this.name = "EmailFailure";
    this.code = code;
  }

  /** Sending it again would change nothing. */
  get isFinal(): boolean {
    return FINAL.has(this.code);
  }
}
