import { appealFraud, fraudCase, ownFraudQuery } from "../../../schemas/fraud.ts";
import { pageOf } from "../../../schemas/page.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session } from "../../http/session.ts";
import { body, jsonOnly, query } from "../../http/validate.ts";
import { appealFraudCase } from "./appeal-fraud-case.ts";
import { appealFraudExample, fraudCaseExample } from "./examples.ts";
import { fraudCaseObjects } from "./fraud-case-object.ts";
import { listOwnCases } from "./queries.ts";

const tag = "Tracking";

export const fraudRoutes = newApp()
  .get(
    "/fraud",
    documented({
      operation: "listOwnFraudCases",
      tag,
      summary: "List the checks of your commissions, newest first",
      description:
        "Influencers see the cases about them, merchants those about their orders: what was noticed, without the numbers of others, what is held, and what was decided.",
      roles: ["influencer", "merchant"],
      answers: { 200: answer(pageOf(fraudCase), { data: [fraudCaseExample], nextCursor: null }) },
    }),
    session("conversions:read"),
    query(ownFraudQuery),
    async (c) => {
      const page = await listOwnCases(c.get("ctx"), c.req.valid("query"));
      return c.json({ data: await fraudCaseObjects(c.get("ctx"), page.data), nextCursor: page.nextCursor });
    },
  )
  .post(
    "/fraud/:id/appeal",
    documented({
      operation: "appealFraudCase",
      tag,
      summary: "Say what happened, or appeal against a rejection",
      description:
        "Once while the case is open. Once more against a rejection: the case opens again, and a second person decides.",
      roles: ["influencer"],
      example: appealFraudExample,
      answers: {
        200: answer(fraudCase, {
          ...fraudCaseExample,
          appeal: { message: appealFraudExample.message, at: "2026-11-23T12:30:00.000Z" },
          mayAppeal: false,
        }),
      },
      problems: ["fraud.case_not_found", "fraud.appeal_closed"],
    }),
    session("conversions:write"),
    jsonOnly,
    idempotency,
    body(appealFraud),
    async (c) => c.json(await appealFraudCase(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  );
