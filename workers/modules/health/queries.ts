import type { Health } from "../../../schemas/health.ts";
import type { Context } from "../../platform/context.ts";

/** Asks each store a small question and tells how long it took to answer. */
export async function checkParts(ctx: Context): Promise<Health> {
  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    core: () => ctx.db.d1.prepare("SELECT 1").first(),
    clicks: () => ctx.clicks.prepare("SELECT 1").first(),
    kv: () => ctx.linksKv.get("health"),
    files: () => ctx.files.head("health"),
    queue: () => ctx.clicksQueue.metrics(),
  };
  const parts = Object.fromEntries(
    await Promise.all(Object.entries(questions).map(async ([name, ask]) => [name, await timed(ctx, ask)] as const)),
  );
  const isFailing = Object.values(parts).some(({ status }) => status === "failing");
  return { status: isFailing ? "failing" : "ok", version: ctx.config.APP_VERSION, parts };
}

async function timed(ctx: Context, ask: () => Promise<unknown>) {
  const startedAt = ctx.now();
  const status = await ask().then(
    () => "ok" as const,
    () => "failing" as const,
  );
  return { status, durationMs: ctx.now() - startedAt };
}
