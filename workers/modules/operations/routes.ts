import { addAddressRule, addressRule, addressRuleRemoved, cacheReport } from "../../../schemas/operations.ts";
import { pageOf, pageQuery } from "../../../schemas/page.ts";
import { mapPage } from "../../db/page.ts";
import { forgetAddressRules } from "../../http/address-gate.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { idempotency } from "../../http/idempotency.ts";
import { addressOf } from "../../http/rate-limit.ts";
import { session } from "../../http/session.ts";
import { body, jsonOnly, query } from "../../http/validate.ts";
import { addAddressRule as add } from "./add-address-rule.ts";
import { addressRuleObject } from "./address-rule-object.ts";
import { addAddressRuleExample, addressRuleExample, cacheReportExample } from "./examples.ts";
import { getCacheReport, listAddressRules } from "./queries.ts";
import { removeAddressRule } from "./remove-address-rule.ts";

const tag = "Admin";
const adminScopes = ["compliance"] as const;

export const operationsRoutes = newApp()
  .get(
    "/address-rules",
    documented({
      operation: "listAddressRules",
      tag,
      summary: "List denied and allowed networks",
      adminScopes,
      answers: { 200: answer(pageOf(addressRule), { data: [addressRuleExample], nextCursor: null }) },
    }),
    session("admin:write"),
    query(pageQuery),
    async (c) => c.json(mapPage(await listAddressRules(c.get("ctx"), c.req.valid("query")), addressRuleObject)),
  )
  .post(
    "/address-rules",
    documented({
      operation: "addAddressRule",
      tag,
      summary: "Deny a network, or let it in uncounted",
      description:
        "`deny` answers 403 to every request from the network; `allow` wins over any `deny` and frees the network from limits by address. In force everywhere within 30 s.",
      adminScopes,
      example: addAddressRuleExample,
      answers: { 201: answer(addressRule, addressRuleExample) },
    }),
    session("admin:write"),
    jsonOnly,
    idempotency,
    body(addAddressRule),
    async (c) => {
      const rule = await add(c.get("ctx"), c.req.valid("json"), addressOf(c));
      forgetAddressRules();
      return c.json(rule, 201);
    },
  )
  .delete(
    "/address-rules/:id",
    documented({
      operation: "removeAddressRule",
      tag,
      summary: "Take an address rule away",
      adminScopes,
      answers: { 200: answer(addressRuleRemoved, { removed: true }) },
      problems: ["rule.not_found", "row.changed"],
    }),
    session("admin:write"),
    async (c) => {
      await removeAddressRule(c.get("ctx"), c.req.param("id"));
      forgetAddressRules();
      return c.json({ removed: true } as const);
    },
  )
  .get(
    "/cache",
    documented({
      operation: "getCacheReport",
      tag,
      summary: "How often the cache answered, by name, in the last seven days",
      adminScopes: ["support"],
      answers: { 200: answer(cacheReport, cacheReportExample) },
    }),
    session("admin:write"),
    async (c) => c.json(await getCacheReport(c.get("ctx"))),
  );
