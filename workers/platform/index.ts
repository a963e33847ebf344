import type { ClicksMessage, CommissionDue, LinksDue, MailDue } from "../../schemas/events.ts";
import { runCron } from "../crons/schedule.ts";
import { consume } from "../queues/dispatch.ts";
import { api } from "./api.ts";
import type { Env } from "./env.ts";

const REDIRECT_PREFIX = "/r/";

export { RateLimiter } from "../durable/rate-limiter.ts";

export default {
  fetch(request, env, executionCtx) {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(REDIRECT_PREFIX)) return api.fetch(request, env, executionCtx);
    url.pathname = url.pathname.slice(REDIRECT_PREFIX.length - 1);
    return env.LINKS.fetch(new Request(url, request), { redirect: "manual" });
  },
  queue: consume,
  scheduled: runCron,
} satisfies ExportedHandler<Env, ClicksMessage | CommissionDue | LinksDue | MailDue>;
