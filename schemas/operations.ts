import * as z from "zod";

export const ADDRESS_RULE_KINDS = ["allow", "deny"] as const;
export type AddressRuleKind = (typeof ADDRESS_RULE_KINDS)[number];

/** `deny` refuses a network; `allow` lets it in whatever else is denied and does not count it by address. */
export const addAddressRule = z
  .object({
    cidr: z.string().trim().min(1).max(60),
    kind: z.enum(ADDRESS_RULE_KINDS),
    reason: z.string().trim().min(3).max(500),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: "AddAddressRule" });
export type AddAddressRule = z.infer<typeof addAddressRule>;

export const addressRule = z
  .object({
    id: z.string(),
    cidr: z.string(),
    kind: z.enum(ADDRESS_RULE_KINDS),
    reason: z.string(),
    createdBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
  })
  .meta({ id: "AddressRule" });
export type AddressRule = z.infer<typeof addressRule>;

export const addressRuleRemoved = z.object({ removed: z.literal(true) }).meta({ id: "AddressRuleRemoved" });

/** Answers by where they came from, over the last seven days; `hitBps` is hits in ten thousand. */
export const cacheReport = z
  .object({
    data: z.array(
      z.object({ name: z.string(), hits: z.int(), misses: z.int(), stale: z.int(), hitBps: z.int().nullable() }),
    ),
  })
  .meta({ id: "CacheReport" });
export type CacheReport = z.infer<typeof cacheReport>;
