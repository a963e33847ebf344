import type { Claim } from "../../../schemas/claims.ts";
import type { Role } from "../../../schemas/users.ts";
import { locale } from "../locale.tsx";
import { formatCount, MARKS } from "../money.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { fill } from "../text/fill.ts";
import { listText } from "../text/list-text.ts";
import { pluralOf } from "../text/plural.ts";
import type { Status } from "../ui/status-badge.tsx";

const DAY_MS = 24 * 60 * 60 * 1000;
const KB = 1024;

/** A claim in the words of every other state: one word, one colour. */
export const STATUS_OF: Readonly<Record<Claim["state"], Status>> = {
  open: "pending",
  contested: "contested",
  accepted: "accepted",
  rejected: "dismissed",
  withdrawn: "withdrawn",
};

export type Party = "merchant" | "influencer";
export const openerOf = ({ kind }: Pick<Claim, "kind">): Party => (kind === "missing_sale" ? "influencer" : "merchant");
export const otherOf = (party: Party): Party => (party === "merchant" ? "influencer" : "merchant");
export const hasEnded = ({ state }: Pick<Claim, "state">): boolean => state !== "open" && state !== "contested";

// People and shops write names and numbers: isolated, so that they never turn the words around them.
export const isolated = (text: string) => `\u2068${text}\u2069`;

/** What the claim is about: its kind, and the order as the reader knows it. */
export function claimTitle({ kind, orderRef, orderId }: Claim): string {
  const texts = claimTexts().kinds;
  const order = kind === "return" ? orderId : orderRef;
  if (order === null) return texts[kind];
  return fill(kind === "return" ? texts.returnOf : texts.missingOf, { order: isolated(order) });
}

/** Who must act now, and how long there is time for it; undefined once it has ended. */
export function turnText(claim: Claim, reader: Role, nowMs: number): string | undefined {
  const texts = claimTexts().turn;
  if (claim.state === "contested") return claim.isYourTurn ? texts.decide : texts.team;
  if (claim.state !== "open") return undefined;
  const leftMs = Date.parse(claim.answerBy) - nowMs;
  if (leftMs <= 0) return texts.late;
  const answerer = otherOf(openerOf(claim));
  const who = answerer === reader ? texts.yours : fill(texts.theirs, { name: isolated(claim[answerer].name) });
  return listText([who, daysLeft(Math.ceil(leftMs / DAY_MS))]);
}

function daysLeft(days: number): string {
  const texts = claimTexts().turn;
  if (days <= 1) return texts.lastDay;
  return days === 2 ? texts.twoDaysLeft : fill(texts[`daysLeft${pluralOf(days)}`], { count: days });
}

const UNITS = { fr: ["Ko", "Mo"], en: ["KB", "MB"], ar: ["ك.ب", "م.ب"] } as const;

/** How large a file is: `180 Ko`, `2,4 Mo`. */
export function formatBytes(bytes: number): string {
  const [small, large] = UNITS[locale()];
  const kilobytes = Math.max(1, Math.round(bytes / KB));
  if (kilobytes < KB) return isolated(`${formatCount(kilobytes, locale())}\u00a0${small}`);
  const megabytes = (bytes / KB / KB).toFixed(1).replace(".", MARKS[locale()].decimal);
  return isolated(`${megabytes}\u00a0${large}`);
}
