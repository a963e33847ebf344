import type { Env } from "../../../../workers/platform/env.ts";
import { consume } from "../../../../workers/queues/dispatch.ts";
import { queueBatch, randomOf } from "../../click-batches.ts";

let waiting: MessageBatch[] = [];

/** POST /prepare makes as many queue batches as the body says; POST /consume records them, one after the other. */
export default {
  async fetch(request, env, executionCtx): Promise<Response> {
    if (new URL(request.url).pathname === "/prepare") {
      const [random, count, startMs] = [randomOf(7), Number(await request.text()), Date.now() - 3_600_000];
      waiting = Array.from({ length: count }, (_, index) => asBatch(queueBatch(random, startMs + index * 1000, index)));
      return new Response(String(waiting.length));
    }
    for (const batch of waiting) await consume(batch, env, executionCtx);
    return new Response(String(waiting.length));
  },
} satisfies ExportedHandler<Env>;

function asBatch(messages: ReturnType<typeof queueBatch>): MessageBatch {
  const ignore = () => {};
  return {
    queue: "clicks",
    messages: messages.map((message) => ({ ...message, ack: ignore, retry: ignore })),
    metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
    ackAll: ignore,
    retryAll: ignore,
  };
}
