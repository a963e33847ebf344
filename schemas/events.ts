import * as z from "zod";

export const VISITOR_CLASSES = ["human", "bot", "preview", "prefetch"] as const;
export type VisitorClass = (typeof VISITOR_CLASSES)[number];

const shortText = (max: number) => z.string().max(max).nullable();

/** One click, as a row of positions to keep a micro-batch small: hundreds of them share one queue message. */
export const clickEvent = z.tuple([
  /* linkNumber */ z.int().min(1),
  /* clickedAt, epoch ms */ z.int().min(0),
  /* nonce: the token's six random bytes */ z.int().min(0),
  /* class */ z.enum(VISITOR_CLASSES),
  /* reason it does not count */ shortText(40),
  /* visitor: daily keyed hash */ z.string().max(32),
  /* device */ shortText(16),
  /* source: in-app browser */ shortText(24),
  /* country */ shortText(2),
  /* city */ shortText(80),
  /* referrer host */ shortText(120),
  /* forwarded visitor parameters, JSON */ shortText(600),
]);
export type ClickEvent = z.infer<typeof clickEvent>;

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
