import { claim, claimQuery, decideClaim as decideInput } from "../../../../../schemas/claims.ts";
import { pageOf } from "../../../../../schemas/page.ts";
import { actingStaff } from "../../../../core/actor.ts";
import { newApp } from "../../../../http/app.ts";
import { answer, documented } from "../../../../http/documented.ts";
import { idempotency } from "../../../../http/idempotency.ts";
import { session } from "../../../../http/session.ts";
import { body, jsonOnly, query } from "../../../../http/validate.ts";
import { claimObject, claimObjects } from "../claim-object.ts";
import { decideClaim } from "../decide-claim.ts";
import * as example from "../examples.ts";
import { getClaim, listClaims } from "../queries.ts";

const tag = "Admin";

/** Claims as staff read and decide them. */
export const claimDecisionRoutes = newApp()
  .get(
    "/claims",
    documented({
      operation: "listAllClaims",
      tag,
      summary: "List claims, newest first",
      description: "Of everybody. Those that wait for a decision are `contested`. All staff may read.",
      roles: ["admin"],
      answers: { 200: answer(pageOf(claim), { data: [example.decidedClaimExample], nextCursor: null }) },
    }),
    session("admin:write"),
    query(claimQuery),
    async (c) => {
      const ctx = c.get("ctx");
      actingStaff(ctx);
      const page = await listClaims(ctx, c.req.valid("query"));
      return c.json({ data: await claimObjects(ctx, page.data), nextCursor: page.nextCursor });
    },
  )
  .get(
    "/claims/:id",
    documented({
      operation: "getAnyClaim",
      tag,
      summary: "Read a claim",
      roles: ["admin"],
      answers: { 200: answer(claim, example.decidedClaimExample) },
      problems: ["claim.not_found"],
    }),
    session("admin:write"),
    async (c) => {
      const ctx = c.get("ctx");
      actingStaff(ctx);
      return c.json(await claimObject(ctx, await getClaim(ctx, c.req.param("id"))));
    },
  )
  .post(
    "/claims/:id/decide",
    documented({
      operation: "decideClaim",
      tag,
      summary: "Decide a claim",
      description:
        "For good, with a reason that both sides read. A missing sale is accepted by naming the merchant's order; one that has not been answered yet may be decided too.",
      adminScopes: ["compliance"],
      example: example.decideClaimExample,
      answers: { 200: answer(claim, example.decidedClaimExample) },
      problems: ["claim.not_found", "claim.already_decided", "claim.order_differs"],
    }),
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(decideInput),
    async (c) => c.json(await decideClaim(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  );
