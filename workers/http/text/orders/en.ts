import type { OrderTexts } from "./fr.ts";

export const en: OrderTexts = {
  "event.not_found": { title: "Event not found", detail: "This event does not exist on this order." },
  "event.undo_too_late": {
    title: "Too late to undo",
    detail: "An event can be undone within 24 hours, from the order desk.",
  },
  "event.undo_refused": {
    title: "Cannot be undone",
    detail: "This event is undone already, or is not one that can be.",
  },
  "return.hold_passed": {
    title: "The hold has passed",
    detail: "The commission is due. Open a return request: the influencer can answer it.",
  },
  "connector.not_found": { title: "Connector not found", detail: "This connector does not exist or is not yours." },
  "connector.limit_reached": { title: "Too many connectors", detail: "Remove a connector before adding another." },
  "connector.prefix_needed": { title: "Prefix needed", detail: "A second shop needs an order prefix of its own." },
  "connector.prefix_taken": { title: "Prefix taken", detail: "Another of your connectors uses this order prefix." },
  "connector.paused": { title: "Connector paused", detail: "This connector is paused: nothing was recorded." },
  "connector.wrong_platform": {
    title: "Not for this connector",
    detail: "This operation does not exist for this kind of connector.",
  },
  "webhook.signature_wrong": {
    title: "Signature refused",
    detail: "The signature does not match the content. Check the connector's secret.",
  },
  "webhook.malformed": {
    title: "Message unreadable",
    detail: "This message does not have the form expected of this platform. It is noted in the log.",
  },
  "postback.expired": {
    title: "Call expired",
    detail: "The time of the call (ts) is more than five minutes from ours.",
  },
  "key.publishable_needed": {
    title: "Publishable key needed",
    detail: "This address accepts a publishable key (pk_) only.",
  },
  "claim.not_found": { title: "Claim not found", detail: "This claim does not exist." },
  "claim.already_open": { title: "Claim already open", detail: "A claim about this order is already under way." },
  "claim.already_decided": { title: "Claim already decided", detail: "This claim no longer waits for anything." },
  "claim.not_your_turn": { title: "Not your turn", detail: "This claim waits for the other side or the platform." },
  "claim.not_possible": { title: "Claim not possible", detail: "This order does not allow this claim." },
  "claim.order_differs": {
    title: "Order does not fit",
    detail: "This order already has an influencer, or was placed before the link.",
  },
  "evidence.not_found": { title: "Evidence not found", detail: "This piece of evidence does not exist." },
  "evidence.limit_reached": { title: "Too much evidence", detail: "Each side adds at most 3 pieces of evidence." },
  "evidence.type_unsupported": {
    title: "File type not accepted",
    detail: "Evidence is a picture (JPEG, PNG, WebP, AVIF) or a PDF.",
  },
  "fraud.case_not_found": { title: "Case not found", detail: "This case does not exist." },
  "fraud.already_decided": { title: "Case already decided", detail: "A person has already decided this case." },
  "fraud.appeal_closed": {
    title: "Appeal not possible",
    detail: "This case already has your answer, or does not wait for one.",
  },
  "fraud.second_person": {
    title: "Another person decides",
    detail: "You rejected this case: after an appeal, another person looks at it.",
  },
  "fraud.rule_not_found": { title: "Rule not found", detail: "This rule does not exist." },
  "endpoint.not_found": {
    title: "Endpoint not found",
    detail: "This webhook endpoint does not exist or is not yours.",
  },
  "endpoint.limit_reached": { title: "Too many endpoints", detail: "Remove one before adding another." },
  "endpoint.url_refused": {
    title: "Address refused",
    detail: "Only an https address of a public server is accepted.",
  },
  "endpoint.paused": { title: "Endpoint paused", detail: "Resume it first." },
  "delivery.not_found": { title: "Delivery not found", detail: "This delivery does not exist." },
  "socket.expected": { title: "WebSocket expected", detail: "This address opens WebSocket connections only." },
};
