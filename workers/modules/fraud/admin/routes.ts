import {
  decideFraud,
  fraudCaseDetail as detailSchema,
  FRAUD_RULES,
  fraudCase,
  fraudQuery,
  fraudRule,
  fraudRuleList,
  updateFraudRule as updateSchema,
} from "../../../../schemas/fraud.ts";
import { pageOf } from "../../../../schemas/page.ts";
import { actingStaff } from "../../../core/actor.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly, query } from "../../../http/validate.ts";
import { decideFraudCase } from "../decide-fraud-case.ts";
import {
  decideFraudExample,
  fraudCaseDetailExample,
  fraudCaseExample,
  fraudRuleExample,
  updateFraudRuleExample,
} from "../examples.ts";
import { fraudCaseDetail } from "../fraud-case-detail.ts";
import { fraudCaseObjects } from "../fraud-case-object.ts";
import { getCase, getRule, getSettings, listQueue } from "../queries.ts";
import { ruleObject } from "../rule-object.ts";
import { updateFraudRule } from "../update-fraud-rule.ts";

const tag = "Admin";

export const fraudAdminRoutes = newApp()
  .get(
    "/fraud",
    documented({
      operation: "listFraudCases",
      tag,
      summary: "List fraud cases, the oldest first",
      description:
        "Open ones unless a state is asked for. What is open for more than 30 days is escalated; nothing is ever released by time. `sort=score` has the highest score first. All staff may read.",
      roles: ["admin"],
      answers: {
        200: answer(pageOf(fraudCase), { data: [{ ...fraudCaseExample, mayAppeal: false }], nextCursor: null }),
      },
    }),
    session("admin:write"),
    query(fraudQuery),
    async (c) => {
      const ctx = c.get("ctx");
      actingStaff(ctx);
      const page = await listQueue(ctx, c.req.valid("query"));
      return c.json({ data: await fraudCaseObjects(ctx, page.data), nextCursor: page.nextCursor });
    },
  )
  .get(
    "/fraud/:id",
    documented({
      operation: "getFraudCase",
      tag,
      summary: "Read a fraud case with what it is judged by",
      description: "The order, the numbers beside the usual ones, the history, and the influencer's other cases.",
      roles: ["admin"],
      answers: { 200: answer(detailSchema, fraudCaseDetailExample) },
      problems: ["fraud.case_not_found"],
    }),
    session("admin:write"),
    async (c) => {
      const ctx = c.get("ctx");
      actingStaff(ctx);
      return c.json(await fraudCaseDetail(ctx, await getCase(ctx, c.req.param("id"))));
    },
  )
  .post(
    "/fraud/:id/decide",
    documented({
      operation: "decideFraudCase",
      tag,
      summary: "Decide a fraud case",
      description:
        "`cleared`: its commissions go on. `rejected`: they earn nothing; what was earned is reversed with fee and VAT. After an appeal against a rejection another person decides.",
      adminScopes: ["compliance"],
      example: decideFraudExample,
      answers: {
        200: answer(detailSchema, {
          ...fraudCaseDetailExample,
          state: "cleared",
          heldMinor: 0,
          decision: {
            decision: "cleared",
            reason: decideFraudExample.reason,
            at: "2026-11-24T10:00:00.000Z",
          },
          mayDecide: false,
        }),
      },
      problems: ["fraud.case_not_found", "fraud.already_decided", "fraud.second_person"],
    }),
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(decideFraud),
    async (c) => c.json(await decideFraudCase(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .get(
    "/fraud-rules",
    documented({
      operation: "listFraudRules",
      tag,
      summary: "List the fraud rules with their numbers",
      roles: ["admin"],
      answers: { 200: answer(fraudRuleList, { data: [fraudRuleExample] }) },
    }),
    session("admin:write"),
    async (c) => {
      const ctx = c.get("ctx");
      actingStaff(ctx);
      const settings = await getSettings(ctx);
      return c.json({ data: FRAUD_RULES.flatMap((rule) => settings.get(rule) ?? []).map(ruleObject) });
    },
  )
  .get(
    "/fraud-rules/:rule",
    documented({
      operation: "getFraudRule",
      tag,
      summary: "Read a fraud rule",
      roles: ["admin"],
      answers: { 200: answer(fraudRule, fraudRuleExample) },
      problems: ["fraud.rule_not_found"],
    }),
    session("admin:write"),
    async (c) => {
      const ctx = c.get("ctx");
      actingStaff(ctx);
      return c.json(ruleObject(await getRule(ctx, c.req.param("rule"))));
    },
  )
  .patch(
    "/fraud-rules/:rule",
    documented({
      operation: "updateFraudRule",
      tag,
      summary: "Change a fraud rule, or switch it off",
      description: "What is absent stays. Open cases stay as they are: the numbers count from the next look on.",
      adminScopes: ["compliance"],
      example: updateFraudRuleExample,
      answers: { 200: answer(fraudRule, { ...fraudRuleExample, threshold: 8 }) },
      problems: ["fraud.rule_not_found"],
    }),
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(updateSchema),
    async (c) => c.json(await updateFraudRule(c.get("ctx"), c.req.param("rule"), c.req.valid("json"))),
  );
