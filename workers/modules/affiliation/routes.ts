import { coupon, createCoupon, createLink, link, updateLink } from "../../../schemas/links.ts";
import { pageOf, pageQuery } from "../../../schemas/page.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session } from "../../http/session.ts";
import { body, jsonOnly, query } from "../../http/validate.ts";
import { createCoupon as addCoupon } from "./create-coupon.ts";
import { createLink as makeLink } from "./create-link.ts";
import { couponExample, createCouponExample, createLinkExample, linkExample, updateLinkExample } from "./examples.ts";
import { influencerRoutes } from "./influencers/routes.ts";
import { couponObject, linkObject, linkObjects } from "./link-object.ts";
import { getLink, listCoupons, listLinks } from "./queries.ts";
import { requestRoutes } from "./requests/routes.ts";
import { updateLink as changeLink } from "./update-link.ts";

const tag = "Affiliates";

export const affiliationRoutes = newApp()
  .post(
    "/links",
    documented({
      operation: "createLink",
      tag,
      summary: "Create an affiliate link",
      description: "For a product whose merchant has approved your request. Without a slug, one is drawn.",
      roles: ["influencer"],
      example: createLinkExample,
      answers: { 201: answer(link, linkExample) },
      problems: [
        "product.not_found",
        "request.not_approved",
        "link.slug_reserved",
        "link.slug_taken",
        "link.target_outside_hosts",
      ],
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(createLink),
    async (c) => c.json(await makeLink(c.get("ctx"), c.req.valid("json")), 201),
  )
  .get(
    "/links",
    documented({
      operation: "listLinks",
      tag,
      summary: "List affiliate links, newest first",
      description: "Influencers see their own links, merchants the links to their products.",
      roles: ["influencer", "merchant"],
      answers: { 200: answer(pageOf(link), { data: [linkExample], nextCursor: null }) },
    }),
    session("links:read"),
    query(pageQuery),
    async (c) => {
      const page = await listLinks(c.get("ctx"), c.req.valid("query"));
      return c.json({ data: await linkObjects(c.get("ctx"), page.data), nextCursor: page.nextCursor });
    },
  )
  .get(
    "/links/:id",
    documented({
      operation: "getLink",
      tag,
      summary: "Read an affiliate link with its numbers",
      roles: ["influencer", "merchant"],
      answers: { 200: answer(link, linkExample) },
      problems: ["link.not_found"],
    }),
    session("links:read"),
    async (c) => c.json(await linkObject(c.get("ctx"), await getLink(c.get("ctx"), c.req.param("id")))),
  )
  .patch(
    "/links/:id",
    documented({
      operation: "updateLink",
      tag,
      summary: "Change, pause or resume an affiliate link",
      description: "What is absent stays, what is null is taken away. The redirect knows at once.",
      roles: ["influencer"],
      example: updateLinkExample,
      answers: { 200: answer(link, { ...linkExample, state: "paused", clicksMax: 5000 }) },
      problems: ["link.not_found", "link.target_outside_hosts", "row.changed"],
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(updateLink),
    async (c) => c.json(await changeLink(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post(
    "/links/:id/coupons",
    documented({
      operation: "createCoupon",
      tag,
      summary: "Add a coupon code to a link",
      description:
        "Codes are unique per merchant, whatever their case. An influencer's code may not pay more than was agreed; a merchant's may.",
      roles: ["influencer", "merchant"],
      example: createCouponExample,
      answers: { 201: answer(coupon, couponExample) },
      problems: ["link.not_found", "coupon.rate_too_high", "coupon.code_taken"],
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(createCoupon),
    async (c) => c.json(await addCoupon(c.get("ctx"), c.req.param("id"), c.req.valid("json")), 201),
  )
  .get(
    "/links/:id/coupons",
    documented({
      operation: "listCoupons",
      tag,
      summary: "List the coupon codes of a link",
      roles: ["influencer", "merchant"],
      answers: { 200: answer(pageOf(coupon), { data: [couponExample], nextCursor: null }) },
      problems: ["link.not_found"],
    }),
    session("links:read"),
    async (c) => {
      const link = await getLink(c.get("ctx"), c.req.param("id"));
      return c.json({ data: (await listCoupons(c.get("ctx"), [link.id])).map(couponObject), nextCursor: null });
    },
  )
  .route("/", requestRoutes)
  .route("/", influencerRoutes);
