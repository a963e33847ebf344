import { decideKyc, setExchangeRate, setPlan } from "../../../schemas/admin.ts";
import { newApp } from "../../http/app.ts";
import { idempotency } from "../../http/idempotency.ts";
import { session } from "../../http/session.ts";
import { body, jsonOnly } from "../../http/validate.ts";
import { setPlan as putOnPlan } from "../billing/set-plan.ts";
import { decideKyc as decide } from "../kyc/decide-kyc.ts";
import { setExchangeRate as setRate } from "../tracking/set-exchange-rate.ts";

export const adminRoutes = newApp()
  .post("/users/:id/kyc-decision", session("admin:write"), jsonOnly, idempotency, body(decideKyc), async (c) =>
    c.json(await decide(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post("/users/:id/plan", session("admin:write"), jsonOnly, idempotency, body(setPlan), async (c) =>
    c.json(await putOnPlan(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post(
    "/conversions/:id/exchange-rate",
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(setExchangeRate),
    async (c) => c.json(await setRate(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  );
