import { pageOf } from "../../../../schemas/page.ts";
import {
  affiliationRequest,
  approvalRule,
  approveRequest as approveInput,
  createRequest as createInput,
  rejectRequest as rejectInput,
  requestQuery,
} from "../../../../schemas/requests.ts";
import { actingAs } from "../../../core/actor.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly, noBody, query } from "../../../http/validate.ts";
import { approveRequest } from "./approve-request.ts";
import { cancelRequest } from "./cancel-request.ts";
import { createRequest } from "./create-request.ts";
import * as example from "./examples.ts";
import { getApprovalRule, getRequest, listRequests } from "./queries.ts";
import { rejectRequest } from "./reject-request.ts";
import { requestObject, requestObjects } from "./request-object.ts";
import { setApprovalRule } from "./set-approval-rule.ts";

const tag = "Affiliates";

const asked = newApp()
  .post(
    "/requests",
    documented({
      operation: "createRequest",
      tag,
      summary: "Ask to promote a product",
      description:
        "The merchant has 7 days to answer; a rule of theirs may approve at once. One open request per product, and after a rejection another one in 30 days.",
      roles: ["influencer"],
      example: example.createRequestExample,
      answers: { 201: answer(affiliationRequest, example.requestExample) },
      problems: [
        "product.not_found",
        "product.not_active",
        "request.already_open",
        "request.too_soon",
        "request.blocked",
      ],
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(createInput),
    async (c) => c.json(await createRequest(c.get("ctx"), c.req.valid("json")), 201),
  )
  .get(
    "/requests",
    documented({
      operation: "listRequests",
      tag,
      summary: "List affiliation requests",
      description:
        "Influencers see their own, newest first. Merchants see those for their products with the influencer's numbers: what waits first, then the newest.",
      roles: ["influencer", "merchant"],
      answers: { 200: answer(pageOf(affiliationRequest), { data: [example.requestExample], nextCursor: null }) },
    }),
    session("links:read"),
    query(requestQuery),
    async (c) => {
      const page = await listRequests(c.get("ctx"), c.req.valid("query"));
      return c.json({ data: await requestObjects(c.get("ctx"), page.data), nextCursor: page.nextCursor });
    },
  )
  .get(
    "/requests/:id",
    documented({
      operation: "getRequest",
      tag,
      summary: "Read an affiliation request",
      roles: ["influencer", "merchant"],
      answers: { 200: answer(affiliationRequest, example.requestExample) },
      problems: ["request.not_found"],
    }),
    session("links:read"),
    async (c) => c.json(await requestObject(c.get("ctx"), await getRequest(c.get("ctx"), c.req.param("id")))),
  );

const decided = newApp()
  .post(
    "/requests/:id/approve",
    documented({
      operation: "approveRequest",
      tag,
      summary: "Approve an affiliation request",
      description: "At the product's commission, or at another rate for this influencer.",
      roles: ["merchant"],
      example: example.approveRequestExample,
      answers: { 200: answer(affiliationRequest, example.approvedRequestExample) },
      problems: ["request.not_found", "request.already_decided", "product.archived"],
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(approveInput),
    async (c) => c.json(await approveRequest(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post(
    "/requests/:id/reject",
    documented({
      operation: "rejectRequest",
      tag,
      summary: "Reject an affiliation request",
      description: "The influencer reads the reason and may ask again in 30 days.",
      roles: ["merchant"],
      example: example.rejectRequestExample,
      answers: {
        200: answer(affiliationRequest, {
          ...example.approvedRequestExample,
          state: "rejected",
          rateBps: null,
          reason: example.rejectRequestExample.reason,
        }),
      },
      problems: ["request.not_found", "request.already_decided"],
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(rejectInput),
    async (c) => c.json(await rejectRequest(c.get("ctx"), c.req.param("id"), c.req.valid("json"))),
  )
  .post(
    "/requests/:id/cancel",
    documented({
      operation: "cancelRequest",
      tag,
      summary: "Take a request back, or give up an affiliation",
      description: "Links and codes of an affiliation that is given up end at once.",
      roles: ["influencer"],
      answers: {
        200: answer(affiliationRequest, {
          ...example.requestExample,
          state: "cancelled",
          decidedAt: "2026-11-19T08:00:00.000Z",
          decidedBy: "influencer",
        }),
      },
      problems: ["request.not_found", "request.already_decided"],
    }),
    session("links:write"),
    noBody,
    idempotency,
    async (c) => c.json(await cancelRequest(c.get("ctx"), c.req.param("id"))),
  );

const rules = newApp()
  .get(
    "/approval-rule",
    documented({
      operation: "getApprovalRule",
      tag,
      summary: "Read which requests are approved without looking",
      roles: ["merchant"],
      answers: { 200: answer(approvalRule, example.approvalRuleExample) },
    }),
    session("links:read"),
    async (c) => c.json(await getApprovalRule(c.get("ctx"), actingAs(c.get("ctx"), "merchant").id)),
  )
  .put(
    "/approval-rule",
    documented({
      operation: "setApprovalRule",
      tag,
      summary: "Set which requests are approved without looking",
      description:
        "Followers are those of all connected accounts. Requests that wait already go on waiting for your answer.",
      roles: ["merchant"],
      example: example.approvalRuleExample,
      answers: { 200: answer(approvalRule, example.approvalRuleExample) },
    }),
    session("links:write"),
    jsonOnly,
    idempotency,
    body(approvalRule),
    async (c) => c.json(await setApprovalRule(c.get("ctx"), c.req.valid("json"))),
  );

export const requestRoutes = newApp().route("/", asked).route("/", decided).route("/", rules);
