import { liveMessage, liveQuery } from "../../../../schemas/live.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { session } from "../../../http/session.ts";
import { query } from "../../../http/validate.ts";
import { liveMessageExample } from "./examples.ts";
import { openFeed } from "./open-feed.ts";

export const liveRoutes = newApp().get(
  "/live",
  documented({
    operation: "openLiveFeed",
    tag: "Analytics",
    summary: "Hear of clicks, orders and commissions as they happen",
    description:
      "A WebSocket. Its first message is `hello`, or `reset` when events after `after` are gone: read the totals anew. `events` follow, numbered without gaps; come back with `after` to go on where you stopped. Send the text `ping` to hear `pong`. The socket closes with 4401 when its session must be proven anew, at the latest after an access token's life, and with 4429 when more than 20 are open.",
    roles: ["influencer", "merchant"],
    answers: {
      101: answer(liveMessage, liveMessageExample, "The socket is open; each of its messages is one of these."),
    },
    problems: ["socket.expected", "origin.foreign"],
  }),
  session("analytics:read"),
  query(liveQuery),
  (c) => openFeed(c.get("ctx"), c.req.header("Upgrade"), c.req.valid("query").after),
);
