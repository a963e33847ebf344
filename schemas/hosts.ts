import * as z from "zod";

/** A host as merchants type it: a scheme, a path or a port are cut off. Letters of other scripts are refused (homographs). */
export const addHost = z
  .object({
    host: z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .transform((text) => text.replace(/^https?:\/\//, "").replace(/[/:?#].*$/, ""))
      .refine((text) => !/[^\x20-\x7e]/.test(text) && !/(?:^|\.)xn--/.test(text), {
        params: { code: "host.lookalike" },
      })
      .refine((text) => /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/.test(text), {
        params: { code: "host.wrong_form" },
      }),
  })
  .meta({ id: "AddHost" });
export type AddHost = z.infer<typeof addHost>;

/** A site of the merchant, and how to prove it: either of the two is enough. */
export const host = z
  .object({
    id: z.string(),
    host: z.string(),
    state: z.enum(["waiting", "verified"]),
    proof: z.object({
      dnsName: z.string(),
      dnsValue: z.string(),
      metaTag: z.string(),
    }),
    verifiedBy: z.enum(["dns", "meta"]).nullable(),
    verifiedAt: z.string().nullable(),
    checkedAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: "Host" });
export type Host = z.infer<typeof host>;
