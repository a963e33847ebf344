import * as z from "zod";

export const VISITOR_CLASSES = ["human", "bot", "preview", "prefetch"] as const;
export type VisitorClass = (typeof VISITOR_CLASSES)[number];

/** One click, as a row of positions to keep a micro-batch small: hundreds of them share one queue message. */
export type ClickEvent = [
  linkNumber: number,
  /** Epoch milliseconds. */
  clickedAt: number,
  /** The token's six random bytes. */
  nonce: number,
  visitorClass: VisitorClass,
  /** Why it does not count. */
  reason: string | null,
  /** Daily keyed hash. */
  visitor: string,
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

const CLASSES: ReadonlySet<unknown> = new Set(VISITOR_CLASSES);
const TEXT_MAX: readonly (readonly [position: number, max: number])[] = [
  [4, 40],
  [6, 16],
  [7, 24],
  [8, 2],
  [9, 80],
  [10, 120],
  [11, 600],
];

// Thousands a second pass here: a guard written out takes a tenth of the time of twelve schemas.
function isClickEvent(value: unknown): value is ClickEvent {
  if (!Array.isArray(value) || value.length !== 12) return false;
  const [linkNumber, clickedAt, nonce, visitorClass, , visitor] = value;
  if (!Number.isSafeInteger(linkNumber) || linkNumber < 1 || !Number.isSafeInteger(clickedAt) || clickedAt < 0)
    return false;
  if (!Number.isSafeInteger(nonce) || nonce < 0 || !CLASSES.has(visitorClass)) return false;
  if (typeof visitor !== "string" || visitor.length > 32) return false;
  return TEXT_MAX.every(([position, max]) => {
    const text: unknown = value[position];
    return text === null || (typeof text === "string" && text.length <= max);
  });
}

export const clickEvent = z.custom<ClickEvent>(isClickEvent);

/** A micro-batch of clicks, recognised by its id when it is delivered twice. */
export const clicksRecorded = z.object({
  kind: z.literal("clicks.recorded"),
  id: z.string().min(1).max(64),
  events: z.array(clickEvent).max(5000),
});
export type ClicksRecorded = z.infer<typeof clicksRecorded>;

/** A scrubbed failure of the links Worker, which carries no error reporter of its own. */
export const linksFailed = z.object({
  kind: z.literal("links.failed"),
  name: z.string(),
  message: z.string(),
  stack: z.string().nullable(),
  at: z.int(),
});
export type LinksFailed = z.infer<typeof linksFailed>;

/** Everything the links Worker puts on the clicks queue. */
export const clicksMessage = z.discriminatedUnion("kind", [clicksRecorded, linksFailed]);
export type ClicksMessage = z.infer<typeof clicksMessage>;

/** The nudge of the commissions queue: only the id, so it may be lost, doubled or reordered. */
export const commissionDue = z.object({ kind: z.literal("commission.due"), conversionId: z.string() });
export type CommissionDue = z.infer<typeof commissionDue>;
