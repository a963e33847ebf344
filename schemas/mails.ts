import * as z from "zod";
import { locale } from "./users.ts";

/** Which captured mails: those to one address, or all. */
export const capturedMailQuery = z.object({ to: z.string().max(254).optional() });

/** A mail as development reads it; what it said is null once forgotten. */
export const capturedMail = z.object({
  id: z.string(),
  template: z.string(),
  locale,
  state: z.enum(["queued", "sent", "failed"]),
  lastError: z.string().nullable(),
  createdAt: z.string(),
  content: z
    .object({
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      /** What the template was filled with; links are `url`. */
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
});
export type CapturedMail = z.infer<typeof capturedMail>;

/** Newest first. */
export const capturedMails = z.object({ data: z.array(capturedMail) });
