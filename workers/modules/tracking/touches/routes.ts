import { browserOrder, browserOrderTaken } from "../../../../schemas/touches.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { publishableKey } from "../../../http/publishable-key.ts";
import { body, jsonOnly } from "../../../http/validate.ts";
import { browserOrderExample } from "./examples.ts";
import { recordTouch } from "./record-touch.ts";

const tag = "Tracking";
const TAKEN = { taken: true } as const;

export const touchRoutes = newApp().post(
  "/browser-orders",
  documented({
    operation: "reportBrowserOrder",
    tag,
    summary: "Tell of an order's click from the shop's page",
    description:
      "For pages of your shop, with a publishable key (`pk_…`), from your verified sites: the snippet `/t.js` calls it. It keeps a touch and nothing else: never an order, a status or a commission. The touch counts when your server's own report of the order comes within 30 minutes of it and carries neither token nor coupon. Two different tokens for one order count for nobody. The answer is the same whatever becomes of it.",
    roles: ["merchant"],
    example: browserOrderExample,
    answers: { 202: answer(browserOrderTaken, TAKEN, "Heard") },
  }),
  publishableKey,
  jsonOnly,
  idempotency,
  body(browserOrder),
  async (c) => {
    await recordTouch(c.get("ctx"), c.req.valid("json"));
    return c.json(TAKEN, 202);
  },
);
