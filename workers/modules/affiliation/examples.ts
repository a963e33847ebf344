import type * as z from "zod";
import type {
  Coupon,
  CreatedLinks,
  createCoupon,
  createLink,
  createLinks,
  Link,
  SlugAnswer,
  updateLink,
} from "../../../schemas/links.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const createLinkExample: z.input<typeof createLink> = {
  productId: "prd_01kaqh7x2tf3v8zc0m5n6p7q8r",
  slug: "sara-djellaba",
  title: "Instagram story",
  utm: { utm_source: "instagram", utm_medium: "story" },
  sub: { sub1: "november" },
  endsAt: "2026-12-31T23:00:00Z",
};

export const updateLinkExample: z.input<typeof updateLink> = { state: "paused", clicksMax: 5000 };

export const linkExample: Link = {
  id: "lnk_01kaqh9a1bf3v8zc0m5n6p7q8r",
  slug: "sara-djellaba",
  url: "https://shareyoursales.ma/r/sara-djellaba",
  productId: "prd_01kaqh7x2tf3v8zc0m5n6p7q8r",
  requestId: "req_01kaqh8b3df3v8zc0m5n6p7q8r",
  title: "Instagram story",
  folder: "November",
  tags: ["story"],
  targetUrl: "https://atlas-mode.ma/djellaba",
  state: "active",
  rules: {},
  utm: { utm_source: "instagram", utm_medium: "story" },
  sub: { sub1: "november" },
  startsAt: null,
  endsAt: "2026-12-31T23:00:00.000Z",
  clicksMax: null,
  coupons: [{ code: "SARA10" }],
  stats: {
    clicks: 1284,
    scans: 37,
    botClicks: 96,
    previewClicks: 41,
    prefetchClicks: 3,
    uniqueVisitors: 1011,
    conversions: 27,
    earnedMinor: 148_500,
  },
  createdAt: "2026-11-20T10:15:00.000Z",
};

export const createLinksExample: z.input<typeof createLinks> = {
  productIds: ["prd_01kaqh7x2tf3v8zc0m5n6p7q8r", "prd_01kaqh7x2tf3v8zc0m5n6p7q8s"],
  folder: "November",
  utm: { utm_source: "instagram", utm_campaign: "{handle}-{product}" },
};

export const createdLinksExample: CreatedLinks = {
  data: [
    { productId: "prd_01kaqh7x2tf3v8zc0m5n6p7q8r", link: linkExample, problem: null },
    {
      productId: "prd_01kaqh7x2tf3v8zc0m5n6p7q8s",
      link: null,
      problem: { code: "request.not_approved", title: "Affiliation not approved" },
    },
  ],
};

export const slugAnswerExample: SlugAnswer = { slug: "sara-djellaba", isFree: false, reason: "taken" };

export const createCouponExample: z.input<typeof createCoupon> = { code: "SARA10", endsAt: "2026-12-31T23:00:00Z" };

export const couponExample: Coupon = {
  id: "cpn_01kaqh9c5ef3v8zc0m5n6p7q8r",
  linkId: "lnk_01kaqh9a1bf3v8zc0m5n6p7q8r",
  code: "SARA10",
  rateBps: null,
  endsAt: "2026-12-31T23:00:00.000Z",
  createdAt: "2026-11-20T10:16:00.000Z",
};
