import type { InboundTexts } from "./fr.ts";

export const en: InboundTexts = {
  outcomes: {
    waiting: "Received and signed; it is being carried out.",
    recorded: "The order is recorded and its state followed.",
    unchanged: "Known already: nothing changed.",
    noted: "The label is noted on the order; its state does not change.",
    ignored: "Nothing to record.",
    unknown_label: "This label is in no table: the order keeps its state. Add it to your mapping and it will follow.",
    order_unknown: "This order was never announced: nothing is recorded.",
    order_differs:
      "The order is known with another amount, currency or payment: what came first stands, what follows is followed.",
    refused: "The content does not describe a valid order: nothing is recorded.",
    signature_wrong: "The signature does not match: nothing was read or kept. Check the secret.",
    too_large: "The message is over 1 MB: it was not read.",
    malformed: "The message does not have the expected form: it was not recorded.",
    failed: "Several attempts failed on our side: nothing is recorded. Send the message again.",
  },
  reasons: {
    topic: "This message is not about the life of an order.",
    ping: "The shop checked that the address answers.",
    paused: "The connector was paused: nothing was recorded. Sent again after it resumes, it will be carried out.",
    removed: "The connector was removed in the meantime.",
    no_amount: "The order has no amount that earns a commission.",
    no_order: "A draft, or an order in the bin.",
    expired: "The call is more than five minutes old or ahead (ts).",
    content_type: "The message does not say that it is JSON.",
    "event.id_reused": "An event with this id came before with other content: the first one stands.",
    "refund.id_reused": "A refund with this id came before with another amount: the first one stands.",
    currency: "The currency is no ISO 4217 code: nothing is recorded.",
  },
  faults: {
    refused_address: "The address does not lead to a public server.",
    redirect: "The shop redirects to another address.",
    timeout: "The shop did not answer within 5 seconds.",
    unreachable: "The shop cannot be reached.",
    too_large: "The answer is over 1 MB.",
    not_json: "The answer is not JSON.",
    unexpected: "The answer is not a list of orders.",
    credentials: "The shop refuses the token ({status}).",
    status: "The shop answered {status}.",
  },
};
