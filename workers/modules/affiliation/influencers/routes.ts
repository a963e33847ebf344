import { pageOf } from "../../../../schemas/page.ts";
import {
  blockInfluencer as blockInput,
  influencerCard as card,
  influencerQuery,
} from "../../../../schemas/requests.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly, query } from "../../../http/validate.ts";
import { blockInfluencer } from "./block-influencer.ts";
import { blockInfluencerExample, influencerCardExample } from "./examples.ts";
import { getInfluencerCard, listInfluencerCards } from "./influencer-card.ts";

const tag = "Affiliates";

export const influencerRoutes = newApp()
  .get(
    "/influencers",
    documented({
      operation: "listInfluencers",
      tag,
      summary: "Search influencers",
      description:
        "By part of a name, public name or account name, by network and by verified followers there. Orders and delivery rate are of the last 180 days.",
      roles: ["merchant"],
      answers: { 200: answer(pageOf(card), { data: [influencerCardExample], nextCursor: null }) },
    }),
    session("links:read"),
    query(influencerQuery),
    async (c) => c.json(await listInfluencerCards(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/influencers/:id",
    documented({
      operation: "getInfluencer",
      tag,
      summary: "Read an influencer's card",
      roles: ["merchant"],
      answers: { 200: answer(card, influencerCardExample) },
      problems: ["user.not_found"],
    }),
    session("links:read"),
    async (c) => c.json(await getInfluencerCard(c.get("ctx"), c.req.param("id"))),
  )
  .post(
    "/influencers/:id/block",
    documented({
      operation: "blockInfluencer",
      tag,
      summary: "Block an influencer, or lift the block",
      description:
        "Ends their open requests and affiliations with you, links and codes included. Lifting the block brings nothing back: they may ask again.",
      roles: ["merchant"],
      example: blockInfluencerExample,
      answers: { 200: answer(card, { ...influencerCardExample, blocked: true }) },
      problems: ["user.not_found"],
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(blockInput),
    async (c) => c.json(await blockInfluencer(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  );
