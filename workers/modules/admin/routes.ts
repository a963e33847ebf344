import {
  changeUser as changeUserInput,
  decideKyc,
  kycDecision,
  setExchangeRate,
  setPlan,
  subscription,
  userQuery,
} from "../../../schemas/admin.ts";
import { conversion } from "../../../schemas/conversions.ts";
import { pageOf } from "../../../schemas/page.ts";
import { user } from "../../../schemas/users.ts";
import { actingStaff } from "../../core/actor.ts";
import { mapPage } from "../../db/page.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session } from "../../http/session.ts";
import { body, jsonOnly, query } from "../../http/validate.ts";
import { userExample } from "../auth/examples.ts";
import { setPlan as putOnPlan } from "../billing/set-plan.ts";
import { conversionExample } from "../conversions/examples.ts";
import { decideKyc as decide } from "../kyc/decide-kyc.ts";
import { setExchangeRate as setRate } from "../tracking/set-exchange-rate.ts";
import { listUsers } from "../users/queries.ts";
import { userObject } from "../users/user-object.ts";
import { changeUser } from "./change-user.ts";
import {
  decideKycExample,
  kycDecisionExample,
  setExchangeRateExample,
  setPlanExample,
  subscriptionExample,
} from "./examples.ts";

const tag = "Admin";
const { orderId: _orderId, metadata: _metadata, hasContact: _hasContact, ...seenByAdmin } = conversionExample;

export const adminRoutes = newApp()
  .get(
    "/users",
    documented({
      operation: "listUsers",
      tag,
      summary: "Find accounts",
      description: "By part of e-mail or name, role and state. All staff may read.",
      roles: ["admin"],
      answers: { 200: answer(pageOf(user), { data: [userExample], nextCursor: null }) },
    }),
    session("admin:write"),
    query(userQuery),
    async (c) => {
      const ctx = c.get("ctx");
      actingStaff(ctx);
      return c.json(mapPage(await listUsers(ctx, c.req.valid("query")), userObject));
    },
  )
  .patch(
    "/users/:id",
    documented({
      operation: "changeUser",
      tag,
      summary: "Suspend or reinstate an account, or set an admin's scopes",
      description:
        "A suspended person's sessions end and links stop at once. Scopes, and other admins, are the owner's.",
      adminScopes: ["compliance"],
      example: { state: "suspended", reason: "Orders with invented phone numbers, case 12." },
      answers: { 200: answer(user, { ...userExample, state: "suspended" }) },
      problems: ["user.not_found", "user.wrong_role"],
    }),
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(changeUserInput),
    async (c) => c.json(await changeUser(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post(
    "/users/:id/kyc-decision",
    documented({
      operation: "decideKycByHand",
      tag,
      summary: "Set a person's identity state by hand",
      description: "The override of the review: with a reason, and kept beside the earlier decisions.",
      adminScopes: ["compliance"],
      example: decideKycExample,
      answers: { 200: answer(kycDecision, kycDecisionExample) },
      problems: ["user.not_found", "user.wrong_role"],
    }),
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(decideKyc),
    async (c) => c.json(await decide(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post(
    "/users/:id/plan",
    documented({
      operation: "setPlanByHand",
      tag,
      summary: "Put a merchant on a plan by hand",
      description: "Orders received from now on carry the plan's fee rate; earlier ones keep theirs.",
      adminScopes: ["finance"],
      example: setPlanExample,
      answers: { 200: answer(subscription, subscriptionExample) },
      problems: ["user.not_found", "user.wrong_role"],
    }),
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(setPlan),
    async (c) => c.json(await putOnPlan(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post(
    "/conversions/:id/exchange-rate",
    documented({
      operation: "setExchangeRate",
      tag,
      summary: "Give a foreign order its value in dirhams",
      description:
        "Once per order. `madPerUnitMicros` is MAD per whole unit of the order's currency, in millionths: 10.85 MAD for a euro is 10850000.",
      adminScopes: ["finance"],
      example: setExchangeRateExample,
      answers: { 200: answer(conversion, { ...seenByAdmin, amountMinor: 4500, currency: "EUR" }) },
      problems: ["conversion.not_found", "conversion.rate_already_set", "row.changed"],
    }),
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(setExchangeRate),
    async (c) => c.json(await setRate(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  );
