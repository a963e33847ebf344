import type { ClaimKind } from "../../../schemas/claims.ts";

/** What each template needs to be written; a missing value is a type error. Instants in epoch milliseconds. */
export interface MailValues {
  readonly verify_email: { readonly name: string; readonly url: string };
  readonly reset_password: { readonly name: string; readonly url: string };
  readonly password_changed: { readonly name: string };
  readonly new_sign_in: { readonly name: string; readonly device: string; readonly at: number };
  readonly totp_enabled: { readonly name: string };
  readonly totp_disabled: { readonly name: string };
  readonly account_deleted: { readonly name: string };
  readonly api_key_created: { readonly name: string; readonly keyName: string };
  readonly request_received: RequestValues & { readonly influencer: string };
  readonly request_approved: RequestValues & {
    readonly merchant: string;
    /** Where it is another than the product's. */
    readonly rateBps?: number;
  };
  readonly request_rejected: RequestValues & { readonly merchant: string; readonly why: string };
  readonly request_expired: RequestValues & { readonly merchant: string };
  readonly request_cancelled: RequestValues & { readonly influencer: string };
  readonly claim_received: ClaimValues & { readonly answerBy: number };
  readonly claim_answered: ClaimValues & { readonly answer: "accept" | "contest" };
  readonly claim_escalated: ClaimValues;
  readonly claim_decided: ClaimValues & {
    readonly decision: "accept" | "reject";
    readonly by: "admin" | "time";
    /** Empty where time decided. */
    readonly why: string;
  };
  readonly fraud_held: { readonly name: string; readonly url: string };
  readonly fraud_decided: {
    readonly name: string;
    readonly url: string;
    readonly decision: "cleared" | "rejected";
    readonly why: string;
  };
  /** The server that no longer answers, and the page where the endpoint is resumed. */
  readonly webhook_paused: { readonly name: string; readonly url: string; readonly host: string };
  readonly orders_waiting: {
    readonly name: string;
    readonly url: string;
    /** Orders that wait since 15 days or more, and those that are overdue from now on. */
    readonly waiting: number;
    readonly overdue: number;
    /** The first few, by the shop's own ids. */
    readonly orders: string;
  };
  readonly influencer_blocked: { readonly name: string; readonly merchant: string };
}

/** A mail about an affiliation request; the product's title is in the reader's language. */
interface RequestValues {
  readonly name: string;
  readonly url: string;
  readonly product: string;
}

/** A mail about a claim; `other` is the other side's name. */
interface ClaimValues {
  readonly name: string;
  readonly url: string;
  readonly other: string;
  readonly claim: ClaimKind;
}
export type MailTemplate = keyof MailValues;

/** A template with the values it needs. */
export interface Filled<T extends MailTemplate> {
  readonly template: T;
  readonly values: MailValues[T];
}

/** Any template with its own values. */
export type MailContent = { readonly [T in MailTemplate]: Filled<T> }[MailTemplate];
