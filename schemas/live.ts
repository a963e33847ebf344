import * as z from "zod";

/** What a live feed tells its owner, numbered without gaps so that a reader can go on where it stopped. */
export const liveEvent = z
  .discriminatedUnion("kind", [
    /** People's clicks on one link since the event before; `bots` are all hits that do not count. */
    z.object({
      id: z.int(),
      kind: z.literal("clicks"),
      at: z.string(),
      linkId: z.string(),
      productId: z.string(),
      humans: z.int(),
      bots: z.int(),
      country: z.string().nullable(),
      device: z.string().nullable(),
    }),
    z.object({
      id: z.int(),
      kind: z.literal("order"),
      at: z.string(),
      event: z.enum(["placed", "changed", "attributed"]),
      conversionId: z.string(),
      linkId: z.string().nullable(),
      status: z.string(),
      amountMinor: z.int(),
      currency: z.string(),
      commissionMinor: z.int().nullable(),
    }),
    z.object({
      id: z.int(),
      kind: z.literal("commission"),
      at: z.string(),
      commissionId: z.string(),
      conversionId: z.string(),
      state: z.string(),
      amountMinor: z.int(),
    }),
  ])
  .meta({ id: "LiveEvent" });
export type LiveEvent = z.infer<typeof liveEvent>;
/** A live event before its feed numbers it. */
export type LiveNews = LiveEvent extends infer E ? (E extends { id: number } ? Omit<E, "id"> : never) : never;

/** Everything a feed sends. `hello` names the last event; `reset` says that the missed ones are gone: read the totals anew. */
export const liveMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hello"), lastId: z.int() }),
  z.object({ kind: z.literal("reset"), lastId: z.int() }),
  z.object({ kind: z.literal("events"), events: z.array(liveEvent) }),
]);
export type LiveMessage = z.infer<typeof liveMessage>;

export const liveQuery = z.object({
  after: z.coerce.number().int().min(0).optional().describe("Id of the last event that was seen"),
});
