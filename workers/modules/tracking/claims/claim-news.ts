import type { Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import type { MailContent } from "../../mail/mail-values.ts";
import { queueMail, queueMails } from "../../mail/statements.ts";
import { casablancaTime } from "../../mail/text/casablanca-time.ts";
import { notifyEach } from "../../users/statements.ts";
import type { FoundClaim, Pair } from "./queries.ts";
import { openerOf, type Party } from "./rules.ts";

/** What became of a claim, with what only that outcome says. */
export type Outcome =
  | { readonly kind: "claim.received" | "claim.escalated" }
  | { readonly kind: "claim.answered"; readonly answer: "accept" | "contest" }
  | {
      readonly kind: "claim.decided";
      readonly decision: "accept" | "reject";
      readonly by: "admin" | "time";
      readonly reason: string;
    };

type Reader = Pair["merchant"];

interface Letter {
  readonly reader: Reader;
  readonly data: { readonly name: string; readonly date: string };
  readonly content: MailContent;
}

/** Tells those whom the outcome concerns, in the app and by e-mail, each in their language. */
export async function tell(ctx: Context, outcome: Outcome, found: FoundClaim): Promise<Statement[]> {
  const letters = lettersOf(ctx, outcome, [found]);
  const mails = await Promise.all(letters.map((letter) => queueMail(ctx, draftOf(letter))));
  return [...notices(ctx, outcome, letters), ...mails];
}

/** The same outcome of many claims, as two statements. */
export async function tellEach(ctx: Context, outcome: Outcome, all: readonly FoundClaim[]): Promise<Statement[]> {
  const letters = lettersOf(ctx, outcome, all);
  return [...notices(ctx, outcome, letters), ...(await queueMails(ctx, letters.map(draftOf)))];
}

function lettersOf(ctx: Context, outcome: Outcome, all: readonly FoundClaim[]): Letter[] {
  return all
    .flatMap((found) => readersOf(outcome, found).map((party) => letterOf(ctx, outcome, found, party)))
    .filter(({ reader }) => reader.deletedAt === null);
}

function notices(ctx: Context, { kind }: Outcome, letters: readonly Letter[]): Statement[] {
  const told = letters.map(({ reader, data }) => ({ userId: reader.id, data }));
  return notifyEach(ctx, kind, told);
}

const draftOf = ({ reader, content }: Letter) => ({
  ...content,
  to: reader.email,
  userId: reader.id,
  locale: reader.locale,
});

function readersOf(outcome: Outcome, { claim }: FoundClaim): readonly Party[] {
  const opener = openerOf(claim);
  if (outcome.kind === "claim.received") return [opener === "merchant" ? "influencer" : "merchant"];
  return outcome.kind === "claim.answered" ? [opener] : ["merchant", "influencer"];
}

function letterOf(ctx: Context, outcome: Outcome, { claim, merchant, influencer }: FoundClaim, party: Party): Letter {
  const [reader, other] = party === "merchant" ? [merchant, influencer] : [influencer, merchant];
  const url = `${ctx.config.APP_URL}/${party}/claims/${claim.id}`;
  const values = { name: reader.name, url, other: other.name, claim: claim.kind };
  const [date = ""] = casablancaTime(claim.answerBy).split(" ");
  return { reader, data: { name: other.name, date }, content: contentOf(outcome, values, claim.answerBy) };
}

type Shared = {
  readonly name: string;
  readonly url: string;
  readonly other: string;
  readonly claim: FoundClaim["claim"]["kind"];
};

function contentOf(outcome: Outcome, values: Shared, answerBy: number): MailContent {
  switch (outcome.kind) {
    case "claim.received":
      return { template: "claim_received", values: { ...values, answerBy } };
    case "claim.escalated":
      return { template: "claim_escalated", values };
    case "claim.answered":
      return { template: "claim_answered", values: { ...values, answer: outcome.answer } };
    case "claim.decided": {
      const { decision, by, reason } = outcome;
      return { template: "claim_decided", values: { ...values, decision, by, why: reason } };
    }
  }
}
