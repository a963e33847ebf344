import { done } from "../../../schemas/auth.ts";
import {
  createdLinks,
  createLink,
  createLinks,
  link,
  linkFolders,
  linkQuery,
  slugAnswer,
  slugQuery,
  updateLink,
} from "../../../schemas/links.ts";
import { pageOf } from "../../../schemas/page.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session } from "../../http/session.ts";
import { problemTexts } from "../../http/text/texts.ts";
import { body, jsonOnly, noBody, query } from "../../http/validate.ts";
import { checkSlug } from "./check-slug.ts";
import { couponRoutes } from "./coupons/routes.ts";
import { createLink as makeLink } from "./create-link.ts";
import { createLinks as makeLinks } from "./create-links.ts";
import { deleteLink } from "./delete-link.ts";
import {
  createdLinksExample,
  createLinkExample,
  createLinksExample,
  linkExample,
  slugAnswerExample,
  updateLinkExample,
} from "./examples.ts";
import { influencerRoutes } from "./influencers/routes.ts";
import { linkObject, linkObjects } from "./link-object.ts";
import { qrRoutes } from "./qr/routes.ts";
import { getLink, listFolders, listLinks } from "./queries.ts";
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
      description:
        "For a product whose merchant has approved your request. Without a slug, one is drawn. `{handle}`, `{slug}` and `{product}` in a utm value are filled in.",
      roles: ["influencer"],
      example: createLinkExample,
      answers: { 201: answer(link, linkExample) },
      problems: [
        "product.not_found",
        "request.not_approved",
        "link.slug_reserved",
        "link.slug_refused",
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
  .post(
    "/links/bulk",
    documented({
      operation: "createLinks",
      tag,
      summary: "Create links for many products",
      description:
        "One for each product you may promote, at most 50, with the same settings. Each product's outcome comes in the order asked.",
      roles: ["influencer"],
      example: createLinksExample,
      answers: { 200: answer(createdLinks, createdLinksExample) },
      problems: ["row.changed"],
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(createLinks),
    async (c) => {
      const { problems } = problemTexts[c.get("ctx").locale];
      return c.json(await makeLinks(c.get("ctx"), c.req.valid("json"), (code) => problems[code].title), 200);
    },
  )
  .get(
    "/links/slug",
    documented({
      operation: "checkSlug",
      tag,
      summary: "Ask whether a link may have a slug",
      description: "For a form, as people type. Whoever creates the link first has it.",
      roles: ["influencer"],
      answers: { 200: answer(slugAnswer, slugAnswerExample) },
    }),
    session("links:read"),
    query(slugQuery),
    async (c) => c.json(await checkSlug(c.get("ctx"), c.req.valid("query").slug)),
  )
  .get(
    "/links/folders",
    documented({
      operation: "listFolders",
      tag,
      summary: "List the folders of your links",
      roles: ["influencer"],
      answers: { 200: answer(linkFolders, { data: [{ name: "November", linksCount: 12 }] }) },
    }),
    session("links:read"),
    async (c) => c.json({ data: await listFolders(c.get("ctx")) }),
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
    query(linkQuery),
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
  .delete(
    "/links/:id",
    documented({
      operation: "deleteLink",
      tag,
      summary: "Delete an affiliate link",
      description: "Its codes end with it, and nobody gets its slug again. Orders that came by it stay.",
      roles: ["influencer"],
      answers: { 200: answer(done, { done: true }) },
      problems: ["link.not_found", "row.changed"],
    }),
    session("links:write"),
    noBody,
    async (c) => {
      await deleteLink(c.get("ctx"), c.req.param("id"));
      return c.json({ done: true } as const);
    },
  )
  .route("/", couponRoutes)
  .route("/", qrRoutes)
  .route("/", requestRoutes)
  .route("/", influencerRoutes);
