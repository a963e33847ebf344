import { createContext } from "../platform/context.ts";
import type { Env } from "../platform/env.ts";
import { consumeClicks } from "./clicks.ts";
import { consumeCommissions } from "./commissions.ts";
import { consumeDeadLetters } from "./dead-letters.ts";
import { consumeInbound } from "./inbound.ts";
import { consumeLinks } from "./links.ts";
import { consumeMail } from "./mail.ts";
import { consumeNews } from "./news.ts";
import { consumeWebhooks } from "./webhooks.ts";

/** Carries each batch to its consumer; dead-letter queues share one. */
export async function consume(batch: MessageBatch, env: Env, executionCtx: ExecutionContext): Promise<void> {
  const ctx = createContext(env, (work) => executionCtx.waitUntil(work), {
    actor: { role: "system", job: `queue:${batch.queue}` },
  });
  if (batch.queue === "clicks") return consumeClicks(ctx, batch);
  if (batch.queue === "commissions") return consumeCommissions(ctx, batch);
  if (batch.queue === "inbound") return consumeInbound(ctx, batch);
  if (batch.queue === "links") return consumeLinks(ctx, batch);
  if (batch.queue === "mail") return consumeMail(ctx, batch);
  if (batch.queue === "news") return consumeNews(ctx, batch);
  if (batch.queue === "webhooks") return consumeWebhooks(ctx, batch);
  if (batch.queue.endsWith("-dead")) return consumeDeadLetters(ctx, batch);
  throw new Error(`No consumer for the queue ${batch.queue}`);
}
