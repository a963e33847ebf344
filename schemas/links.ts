import * as z from "zod";
import { rateBps } from "./money.ts";
import { pageQuery } from "./page.ts";
import { couponKey } from "./text.ts";
import { webUrl } from "./web-url.ts";

// No control, and no letter of another script that would pass for a Latin one.
const isPlainText = (text: string) => /^[\x20-\x7e]*$/.test(text);
const slug = z
  .string()
  .refine(isPlainText, { params: { code: "link.slug_lookalike" }, abort: true })
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,62})[a-z0-9]$/);
const instant = z.iso.datetime({ offset: true });
const utmKeys = z.enum(["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"]);
const subKeys = z.enum(["sub1", "sub2", "sub3", "sub4", "sub5"]);
const parameter = z.string().min(1).max(100);

const changeable = {
  title: z.string().trim().min(1).max(120).nullish(),
  folder: z.string().trim().min(1).max(60).nullish(),
  tags: z.array(z.string().trim().min(1).max(30)).max(10).optional(),
  targetUrl: webUrl.optional(),
  rules: z.object({ ios: webUrl.optional(), android: webUrl.optional(), desktop: webUrl.optional() }).optional(),
  utm: z.partialRecord(utmKeys, parameter).optional(),
  sub: z.partialRecord(subKeys, parameter).optional(),
  startsAt: instant.nullish(),
  endsAt: instant.nullish(),
  clicksMax: z.int().min(1).max(1_000_000_000).nullish(),
};
const startsFirst = (link: { startsAt?: string | null | undefined; endsAt?: string | null | undefined }) =>
  !link.startsAt || !link.endsAt || Date.parse(link.startsAt) < Date.parse(link.endsAt);
const endsBeforeStart = { path: ["endsAt"], params: { code: "link.ends_before_start" } };

export const createLink = z
  .object({ productId: z.string().max(64), slug: slug.optional(), ...changeable })
  .refine(startsFirst, endsBeforeStart)
  .meta({ id: "CreateLink" });
export type CreateLink = z.infer<typeof createLink>;

/** One link for each product, all with the same settings and slugs of our making; each says how it went. */
export const createLinks = z
  .object({ productIds: z.array(z.string().max(64)).min(1).max(50), ...changeable })
  .omit({ targetUrl: true, rules: true })
  .refine(startsFirst, endsBeforeStart)
  .meta({ id: "CreateLinks" });
export type CreateLinks = z.infer<typeof createLinks>;

export const slugQuery = z
  .object({ slug: z.string().max(64).describe("The short address as it is being typed") })
  .meta({ id: "SlugQuery" });
export type SlugQuery = z.infer<typeof slugQuery>;

const SLUG_REASONS = ["wrong_form", "reserved", "rude", "lookalike", "taken"] as const;

/** Whether a link may have the slug; `slug` is how it would be written. */
export const slugAnswer = z
  .object({ slug: z.string(), isFree: z.boolean(), reason: z.enum(SLUG_REASONS).nullable() })
  .meta({ id: "SlugAnswer" });
export type SlugAnswer = z.infer<typeof slugAnswer>;

/** The slug as it would be kept, or why it cannot be one: its form, or letters that are not Latin. */
export function plainSlug(text: string): { slug: string } | "wrong_form" | "lookalike" {
  const parsed = slug.safeParse(text.trim());
  if (parsed.success) return { slug: parsed.data };
  return isPlainText(text.trim()) ? "wrong_form" : "lookalike";
}

/** An influencer's folders by name, with how many links each holds. */
export const linkFolders = z
  .object({ data: z.array(z.object({ name: z.string(), linksCount: z.int() })) })
  .meta({ id: "LinkFolders" });
export type LinkFolders = z.infer<typeof linkFolders>;

export const updateLink = z
  .object({ ...changeable, state: z.enum(["active", "paused"]).optional() })
  .refine(startsFirst, endsBeforeStart)
  .meta({ id: "UpdateLink" });
export type UpdateLink = z.infer<typeof updateLink>;

export const createCoupon = z
  .object({
    code: z
      .string()
      .max(64)
      .transform(couponKey)
      .pipe(z.string().regex(/^[\p{Lu}\p{Lo}0-9][\p{Lu}\p{Lo}0-9_-]{1,31}$/u)),
    rateBps: rateBps.nullish(),
    endsAt: instant.nullish(),
  })
  .meta({ id: "CreateCoupon" });
export type CreateCoupon = z.infer<typeof createCoupon>;

export const coupon = z
  .object({
    id: z.string(),
    linkId: z.string(),
    code: z.string(),
    rateBps: z.int().nullable(),
    endsAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: "Coupon" });
export type Coupon = z.infer<typeof coupon>;

export const LINK_STATES = ["active", "paused", "expired", "capped"] as const;

export const link = z
  .object({
    id: z.string(),
    slug: z.string(),
    url: z.string(),
    productId: z.string(),
    requestId: z.string(),
    title: z.string().nullable(),
    folder: z.string().nullable(),
    tags: z.array(z.string()),
    targetUrl: z.string(),
    state: z.enum(LINK_STATES),
    rules: z.object({ ios: z.string().optional(), android: z.string().optional(), desktop: z.string().optional() }),
    utm: z.record(z.string(), z.string()),
    sub: z.record(z.string(), z.string()),
    startsAt: z.string().nullable(),
    endsAt: z.string().nullable(),
    clicksMax: z.int().nullable(),
    coupons: z.array(z.object({ code: z.string() })),
    stats: z.object({
      clicks: z.int(),
      /** Of the clicks, those of a scanned QR code. */
      scans: z.int(),
      botClicks: z.int(),
      previewClicks: z.int(),
      prefetchClicks: z.int(),
      uniqueVisitors: z.int(),
      conversions: z.int(),
      earnedMinor: z.int(),
    }),
    createdAt: z.string(),
  })
  .meta({ id: "Link" });
export type Link = z.infer<typeof link>;

/** What became of each product of a bulk creation, in its order. */
export const createdLinks = z
  .object({
    data: z.array(
      z.object({
        productId: z.string(),
        link: link.nullable(),
        problem: z.object({ code: z.string(), title: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: "CreatedLinks" });
export type CreatedLinks = z.infer<typeof createdLinks>;

export const linkQuery = pageQuery
  .extend({
    q: z.string().trim().max(80).optional().describe("Part of the slug or title"),
    productId: z.string().max(64).optional(),
    folder: z.string().max(60).optional(),
    tag: z.string().max(30).optional(),
  })
  .meta({ id: "LinkQuery" });
export type LinkQuery = z.infer<typeof linkQuery>;

export const qrQuery = z
  .object({
    format: z.enum(["svg", "png"]).default("svg"),
    sizePx: z.coerce
      .number()
      .int()
      .min(128)
      .max(2048)
      .default(1024)
      .describe("Width of a PNG, in pixels; 1024 prints 8 cm at 300 dpi"),
  })
  .meta({ id: "QrQuery" });
export type QrQuery = z.infer<typeof qrQuery>;
