import { browserOrder, browserOrderTaken, snippetState } from "../../../../schemas/touches.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { publishableKey } from "../../../http/publishable-key.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly } from "../../../http/validate.ts";
import { browserOrderExample } from "./examples.ts";
import { getSnippetState } from "./queries.ts";
import { recordTouch } from "./record-touch.ts";

const tag = "Tracking";
const TAKEN = { taken: true } as const;

export const touchRoutes = newApp()
  .get(
    "/snippet",
    documented({
      operation: "getSnippetState",
      tag,
      summary: "See whether your shop's script is at work",
      description: "When a page of your shop last told of a click with a publishable key.",
      roles: ["merchant"],
      answers: { 200: answer(snippetState, { lastTouchAt: "2026-11-25T08:12:44.000Z" }) },
    }),
    session("conversions:read"),
    async (c) => c.json(await getSnippetState(c.get("ctx"))),
  )
  .post(
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
