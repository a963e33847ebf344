import * as z from "zod";

export const HEALTH_STATES = ["ok", "failing"] as const;
const status = z.enum(HEALTH_STATES);

export const liveness = z.object({ status: z.literal("ok") }).meta({ id: "Liveness" });
export const readiness = z.object({ status }).meta({ id: "Readiness" });

/** The whole, and each store by name with how long it took to answer. */
export const health = z
  .object({
    status,
    version: z.string(),
    parts: z.record(z.string(), z.object({ status, durationMs: z.int() })),
  })
  .meta({ id: "Health" });
export type Health = z.infer<typeof health>;
