import { createCoupon, createLink, updateLink } from "../../../schemas/links.ts";
import { pageQuery } from "../../../schemas/page.ts";
import { newApp } from "../../http/app.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session } from "../../http/session.ts";
import { body, jsonOnly, query } from "../../http/validate.ts";
import { createCoupon as addCoupon } from "./create-coupon.ts";
import { createLink as makeLink } from "./create-link.ts";
import { couponObject, linkObject, linkObjects } from "./link-object.ts";
import { getLink, listCoupons, listLinks } from "./queries.ts";
import { updateLink as changeLink } from "./update-link.ts";

export const affiliationRoutes = newApp()
  .post("/links", session("links:write"), jsonOnly, idempotency, body(createLink), async (c) =>
    c.json(await makeLink(c.get("ctx"), c.req.valid("json")), 201),
  )
  .get("/links", session("links:read"), query(pageQuery), async (c) => {
    const page = await listLinks(c.get("ctx"), c.req.valid("query"));
    return c.json({ data: await linkObjects(c.get("ctx"), page.data), nextCursor: page.nextCursor });
  })
  .get("/links/:id", session("links:read"), async (c) =>
    c.json(await linkObject(c.get("ctx"), await getLink(c.get("ctx"), c.req.param("id")))),
  )
  .patch("/links/:id", session("links:write"), jsonOnly, idempotency, body(updateLink), async (c) =>
    c.json(await changeLink(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post("/links/:id/coupons", session("links:write"), jsonOnly, idempotency, body(createCoupon), async (c) =>
    c.json(await addCoupon(c.get("ctx"), c.req.param("id"), c.req.valid("json")), 201),
  )
  .get("/links/:id/coupons", session("links:read"), async (c) => {
    const link = await getLink(c.get("ctx"), c.req.param("id"));
    return c.json({ data: (await listCoupons(c.get("ctx"), [link.id])).map(couponObject), nextCursor: null });
  });
