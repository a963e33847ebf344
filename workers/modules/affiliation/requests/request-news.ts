import type { Locale } from "../../../../schemas/users.ts";
import type { Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import type { MailContent } from "../../mail/mail-values.ts";
import { queueMail, queueMails } from "../../mail/statements.ts";
import { notify, notifyEach } from "../../users/statements.ts";
import type { Parties } from "./queries.ts";

/** What became of a request, with what only that outcome says. */
export type Outcome =
  | { readonly kind: "request.received" | "request.expired" | "request.cancelled" }
  | { readonly kind: "request.approved"; readonly rateBps: number | null }
  | { readonly kind: "request.rejected"; readonly reason: string };

/** Tells the one who did not act, in the app and by e-mail, in the reader's language. */
export async function tell(ctx: Context, outcome: Outcome, parties: Parties): Promise<Statement[]> {
  const letter = letterOf(ctx, outcome, parties);
  if (letter.reader.deletedAt !== null) return [];
  return [notify(ctx, letter.reader.id, outcome.kind, letter.data), await queueMail(ctx, draftOf(letter))];
}

/** The same outcome of many requests, as two statements. */
export async function tellEach(ctx: Context, outcome: Outcome, all: readonly Parties[]): Promise<Statement[]> {
  const letters = all
    .map((parties) => letterOf(ctx, outcome, parties))
    .filter(({ reader }) => reader.deletedAt === null);
  const told = letters.map(({ reader, data }) => ({ userId: reader.id, data }));
  return [...notifyEach(ctx, outcome.kind, told), ...(await queueMails(ctx, letters.map(draftOf)))];
}

interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly deletedAt: number | null;
}

interface Letter {
  readonly reader: Reader;
  readonly data: { readonly name: string; readonly product: string };
  readonly content: MailContent;
}

const draftOf = ({ reader, content }: Letter) => ({
  ...content,
  to: reader.email,
  userId: reader.id,
  locale: reader.locale,
});

function letterOf(ctx: Context, outcome: Outcome, parties: Parties): Letter {
  const isForMerchant = outcome.kind === "request.received" || outcome.kind === "request.cancelled";
  const reader = isForMerchant ? merchantOf(parties) : influencerOf(parties);
  const product = titleIn(reader.locale, parties);
  const page = isForMerchant ? "merchant/requests" : "influencer/requests";
  const values = { name: reader.name, url: `${ctx.config.APP_URL}/${page}`, product };
  const name = isForMerchant ? parties.influencerName : parties.merchantName;
  return { reader, data: { name, product }, content: contentOf(outcome, values, name) };
}

function contentOf(
  outcome: Outcome,
  values: { name: string; url: string; product: string },
  other: string,
): MailContent {
  switch (outcome.kind) {
    case "request.received":
      return { template: "request_received", values: { ...values, influencer: other } };
    case "request.cancelled":
      return { template: "request_cancelled", values: { ...values, influencer: other } };
    case "request.expired":
      return { template: "request_expired", values: { ...values, merchant: other } };
    case "request.approved":
      return { template: "request_approved", values: { ...values, merchant: other, ...rateOf(outcome) } };
    case "request.rejected":
      return { template: "request_rejected", values: { ...values, merchant: other, why: outcome.reason } };
  }
}

const rateOf = ({ rateBps }: { readonly rateBps: number | null }) => (rateBps === null ? {} : { rateBps });

function titleIn(locale: Locale, { titleFr, titleEn, titleAr }: Parties): string {
  return { fr: titleFr, en: titleEn, ar: titleAr }[locale] ?? titleFr;
}

function merchantOf(parties: Parties): Reader {
  const { merchantId: id, merchantName: name, merchantEmail: email, merchantLocale: locale } = parties;
  return { id, name, email, locale, deletedAt: parties.merchantDeletedAt };
}

function influencerOf(parties: Parties): Reader {
  const { influencerId: id, influencerName: name, influencerEmail: email, influencerLocale: locale } = parties;
  return { id, name, email, locale, deletedAt: parties.influencerDeletedAt };
}
