import { postbackQuery, postbackTaken } from "../../../../schemas/touches.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { openToSenders } from "../../../http/open-to-senders.ts";
import { shownQuery } from "../../../http/signed-bytes.ts";
import { isConnector } from "../inbound/queries.ts";
import { postbackTakenExample, SIGNED_EXAMPLE } from "./examples.ts";
import { takePostback } from "./take-postback.ts";

const HOW = [
  "For a server that can only open an address. `key` is the id of a connector of platform `postback`; its secret signs and never travels. With `amount_minor`, `currency` and `payment` the call reports an order; with `status` it records what became of one; it may do both. Told twice, an order or an event counts once. Every call leaves a row in the connector's log.",
  "**What is signed**: take the query without `sig`, character by character as you send it (values percent-encoded), split it at `&`, sort the parts by their bytes, join them by `&` again. `sig` is the hex HMAC-SHA-256 of that text with the secret as UTF-8. `ts` is the time in Unix seconds, within five minutes of ours.",
  `With the secret \`${SIGNED_EXAMPLE.secret}\` the query`,
  `\`\`\`\n${SIGNED_EXAMPLE.query}\n\`\`\``,
  "is signed as",
  `\`\`\`\n${SIGNED_EXAMPLE.signed}\n\`\`\``,
  `which gives \`sig=${SIGNED_EXAMPLE.sig}\`.`,
].join("\n\n");

export const postbackRoutes = newApp().get(
  "/postback",
  documented({
    operation: "takePostback",
    tag: "Tracking",
    summary: "Report an order or its status by a signed address",
    description: HOW,
    answers: { 200: answer(postbackTaken, postbackTakenExample) },
    problems: [
      "connector.not_found",
      "conversion.not_found",
      "postback.expired",
      "connector.paused",
      "event.id_reused",
      "refund.id_reused",
      "row.changed",
    ],
  }),
  openToSenders("key", isConnector),
  shownQuery(postbackQuery),
  async (c) => c.json(await takePostback(c.get("ctx"), new URL(c.req.url).search)),
);
