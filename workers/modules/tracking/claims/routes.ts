import {
  answerClaim as answerInput,
  claim,
  claimQuery,
  createClaim as createInput,
} from "../../../../schemas/claims.ts";
import { pageOf } from "../../../../schemas/page.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly, noBody, query } from "../../../http/validate.ts";
import { answerClaim } from "./answer-claim.ts";
import { claimObject, claimObjects } from "./claim-object.ts";
import { createClaim } from "./create-claim.ts";
import { evidenceRoutes } from "./evidence/routes.ts";
import * as example from "./examples.ts";
import { actingParty, getClaim, listClaims } from "./queries.ts";
import { withdrawClaim } from "./withdraw-claim.ts";

const tag = "Tracking";
const roles = ["influencer", "merchant"] as const;

const opened = newApp()
  .post(
    "/claims",
    documented({
      operation: "createClaim",
      tag,
      summary: "Claim a missing sale, or ask to take an order back",
      description:
        "Influencers claim an order of the last 90 days that an own link brought (`missing_sale`); merchants ask to take back one whose hold has passed (`return`). The other side has 10 days: without an answer a missing sale goes to the platform, and a return is accepted.",
      roles,
      example: example.createClaimExample,
      answers: { 201: answer(claim, example.claimExample) },
      problems: ["conversion.not_found", "claim.already_open", "claim.not_possible", "claim.order_differs"],
    }),
    session("conversions:write"),
    jsonOnly,
    idempotency,
    body(createInput, { notInFuture: ["orderedAt"] }),
    async (c) => c.json(await createClaim(c.get("ctx"), c.req.valid("json")), 201),
  )
  .get(
    "/claims",
    documented({
      operation: "listClaims",
      tag,
      summary: "List claims, newest first",
      description: "Those you made and those made to you. `isYourTurn` says where you are the one to act.",
      roles,
      answers: { 200: answer(pageOf(claim), { data: [example.claimExample], nextCursor: null }) },
    }),
    session("conversions:read"),
    query(claimQuery),
    async (c) => {
      const ctx = c.get("ctx");
      actingParty(ctx);
      const page = await listClaims(ctx, c.req.valid("query"));
      return c.json({ data: await claimObjects(ctx, page.data), nextCursor: page.nextCursor });
    },
  )
  .get(
    "/claims/:id",
    documented({
      operation: "getClaim",
      tag,
      summary: "Read a claim",
      roles,
      answers: { 200: answer(claim, example.claimExample) },
      problems: ["claim.not_found"],
    }),
    session("conversions:read"),
    async (c) => {
      const ctx = c.get("ctx");
      actingParty(ctx);
      return c.json(await claimObject(ctx, await getClaim(ctx, c.req.param("id"))));
    },
  );

const ended = newApp()
  .post(
    "/claims/:id/answer",
    documented({
      operation: "answerClaim",
      tag,
      summary: "Accept or contest a claim",
      description:
        "By the other side, once. A missing sale is accepted by naming the order it is, which must have been reported and belong to nobody; its terms are frozen then. A return that is accepted is written as the order's event. What is contested goes to the platform.",
      roles,
      example: example.answerClaimExample,
      answers: { 200: answer(claim, example.contestedClaimExample) },
      problems: ["claim.not_found", "claim.already_decided", "claim.not_your_turn", "claim.order_differs"],
    }),
    session("conversions:write"),
    jsonOnly,
    idempotency,
    body(answerInput),
    async (c) => c.json(await answerClaim(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post(
    "/claims/:id/withdraw",
    documented({
      operation: "withdrawClaim",
      tag,
      summary: "Take a claim back",
      description: "By who opened it, as long as nothing is decided.",
      roles,
      answers: { 200: answer(claim, { ...example.claimExample, state: "withdrawn" }) },
      problems: ["claim.not_found", "claim.already_decided", "claim.not_your_turn"],
    }),
    session("conversions:write"),
    noBody,
    idempotency,
    async (c) => c.json(await withdrawClaim(c.get("ctx"), c.req.param("id"))),
  );

/** What an influencer misses, and what a merchant takes back late. */
export const claimRoutes = newApp().route("/", opened).route("/", ended).route("/", evidenceRoutes);
