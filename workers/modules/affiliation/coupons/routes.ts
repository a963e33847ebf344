import { done } from "../../../../schemas/auth.ts";
import { coupon, createCoupon } from "../../../../schemas/links.ts";
import { pageOf } from "../../../../schemas/page.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly, noBody } from "../../../http/validate.ts";
import { couponExample, createCouponExample } from "../examples.ts";
import { couponObject } from "../link-object.ts";
import { getLink, listCoupons } from "../queries.ts";
import { createCoupon as addCoupon } from "./create-coupon.ts";
import { deleteCoupon } from "./delete-coupon.ts";

const tag = "Affiliates";

/** The codes of links. */
export const couponRoutes = newApp()
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
  .delete(
    "/coupons/:id",
    documented({
      operation: "deleteCoupon",
      tag,
      summary: "End a coupon code",
      description: "Of an own link, or of a link to an own product. Orders it brought stay; the word is free again.",
      roles: ["influencer", "merchant"],
      answers: { 200: answer(done, { done: true }) },
      problems: ["coupon.not_found", "row.changed"],
    }),
    session("links:write"),
    noBody,
    async (c) => {
      await deleteCoupon(c.get("ctx"), c.req.param("id"));
      return c.json({ done: true } as const);
    },
  );
