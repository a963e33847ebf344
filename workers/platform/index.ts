import type { ClicksMessage } from "../../schemas/events.ts";
import { runCron } from "../crons/schedule.ts";
import { answerFromMemory, rememberAnswer } from "../http/memory-answers.ts";
import { consume } from "../queues/dispatch.ts";
import { api } from "./api.ts";
import type { Nudge } from "./context.ts";
import type { Env } from "./env.ts";

const REDIRECT_PREFIX = "/r/";

export { LiveFeed } from "../durable/live-feed.ts";
export { RateLimiter } from "../durable/rate-limiter.ts";

export default {
  async fetch(request, env, executionCtx) {
    const known = answerFromMemory(request);
    if (known) return known;
    const url = new URL(request.url);
    if (!url.pathname.startsWith(REDIRECT_PREFIX))
      return rememberAnswer(request, await api.fetch(request, env, executionCtx));
    url.pathname = url.pathname.slice(REDIRECT_PREFIX.length - 1);
    return env.LINKS.fetch(new Request(url, request), { redirect: "manual" });
  },
  queue: consume,
  scheduled: runCron,
} satisfies ExportedHandler<Env, ClicksMessage | Nudge>;
