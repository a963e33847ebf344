import * as z from "zod";

export const VISITOR_CLASSES = ["human", "bot", "preview", "prefetch"] as const;
export type VisitorClass = (typeof VISITOR_CLASSES)[number];

/** What many clicks of a micro-batch have in common, written once for all of them. */
export type ClickDetails = [
  visitorClass: VisitorClass,
  /** Why it does not count; of a person, what else is to be known of the visit. */
  reason: string | null,
  device: string | null,
  /** The app whose own browser it was. */
  source: string | null,
  country: string | null,
  city: string | null,
  /** Host of the referring page. */
  referrer: string | null,
  /** The visitor's forwarded parameters, JSON. */
  params: string | null,
];

/** One click, as a row of numbers to keep a micro-batch small: hundreds of them share one queue message. */
export type ClickEvent = [
  linkNumber: number,
  /** Epoch milliseconds. */
  clickedAt: number,
  /** The token's six random bytes. */
  nonce: number,
  /** Daily keyed hash of six bytes. */
  visitor: number,
  /** Position of its details in the message. */
  details: number,
];

const EVENTS_MAX = 5000;
const CLASSES: ReadonlySet<unknown> = new Set(VISITOR_CLASSES);
const TEXT_MAX: readonly (readonly [position: number, max: number])[] = [
  [1, 40],
  [2, 16],
  [3, 24],
  [4, 2],
  [5, 80],
  [6, 120],
  [7, 600],
];

function isClickDetails(value: unknown): value is ClickDetails {
  if (!Array.isArray(value) || value.length !== 8 || !CLASSES.has(value[0])) return false;
  return TEXT_MAX.every(([position, max]) => {
    const text: unknown = value[position];
    return text === null || (typeof text === "string" && text.length <= max);
  });
}

function isClickEvent(value: unknown): value is ClickEvent {
  if (!Array.isArray(value) || value.length !== 5) return false;
  for (const number of value) if (!Number.isSafeInteger(number) || number < 0) return false;
  return value[0] > 0;
}

// Thousands a second pass here: one guard for all of them takes a tenth of the time of a schema each.
const listOf = <T>(isOne: (value: unknown) => value is T) =>
  z.custom<T[]>((value) => Array.isArray(value) && value.length <= EVENTS_MAX && value.every(isOne));

/** A micro-batch of clicks, recognised by its id when it is delivered twice. */
export const clicksRecorded = z
  .object({
    kind: z.literal("clicks.recorded"),
    id: z.string().min(1).max(64),
    details: listOf(isClickDetails),
    events: listOf(isClickEvent),
  })
  .refine(({ details, events }) => events.every((event) => event[4] < details.length), "an event has no details");
export type ClicksRecorded = z.infer<typeof clicksRecorded>;

/** A scrubbed failure of the links Worker, which carries no error reporter of its own. */
export const linksFailed = z.object({
  kind: z.literal("links.failed"),
  name: z.string(),
  message: z.string(),
  stack: z.string().nullable(),
  at: z.int(),
});

/** Everything the links Worker puts on the clicks queue. */
export const clicksMessage = z.discriminatedUnion("kind", [clicksRecorded, linksFailed]);
export type ClicksMessage = z.infer<typeof clicksMessage>;

/** The nudge of the commissions queue: only the id, so it may be lost, doubled or reordered. */
export const commissionDue = z.object({ kind: z.literal("commission.due"), conversionId: z.string() });
export type CommissionDue = z.infer<typeof commissionDue>;

/** The nudge of the mail queue: the row in `mails` is the truth. */
export const mailDue = z.object({ kind: z.literal("mail.due"), mailId: z.string() });
export type MailDue = z.infer<typeof mailDue>;

export const LINKS_DUE_MAX = 500;

/** The nudge of the links queue: products have changed that links show; the outbox rows are the truth. */
export const linksDue = z.object({
  kind: z.literal("links.due"),
  productIds: z.array(z.string()).min(1).max(LINKS_DUE_MAX),
  /** Where there are many links: those after this number, and the outbox rows that end with the last of them. */
  rest: z.object({ after: z.int(), workIds: z.array(z.string()) }).optional(),
});
export type LinksDue = z.infer<typeof linksDue>;

/** The nudge of the news queue: outbox rows have been written that webhooks, live feeds and the fraud rules read. */
export const newsDue = z.object({ kind: z.literal("news.due") });
export type NewsDue = z.infer<typeof newsDue>;

/** The nudge of the inbound queue: a shop's or courier's delivery waits in its row. */
export const inboundDue = z.object({ kind: z.literal("inbound.due"), deliveryId: z.string() });
export type InboundDue = z.infer<typeof inboundDue>;

/** The nudge of the webhooks queue: deliveries to merchants' or influencers' servers wait in their rows. */
export const webhookDue = z.object({
  kind: z.literal("webhook.due"),
  deliveryIds: z.array(z.string()).min(1).max(50),
  /** When the queue brings it: for attempts so soon that no cron would be in time. */
  delaySeconds: z.int().optional(),
});
export type WebhookDue = z.infer<typeof webhookDue>;
