import * as z from "zod";

export const orderImportQuery = z.object({ dryRun: z.enum(["true", "false"]).default("false") });

/** What each line of the file does, or would do. */
export const orderImportReport = z
  .object({
    dryRun: z.boolean(),
    counts: z.object({ create: z.int(), update: z.int(), unchanged: z.int(), invalid: z.int() }),
    linesTotal: z.int(),
    lines: z.array(
      z.object({
        line: z.int(),
        orderId: z.string().nullable(),
        action: z.enum(["create", "update", "unchanged", "invalid"]),
        errors: z.array(z.object({ path: z.string(), message: z.string() })),
      }),
    ),
  })
  .meta({ id: "OrderImportReport" });
export type OrderImportReport = z.infer<typeof orderImportReport>;
