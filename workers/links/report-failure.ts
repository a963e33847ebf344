import type { LinksEnv } from "./env.ts";

const TEXT_MAX = 300;

// Addresses, tokens, e-mails and query strings never leave with a failure.
function scrub(text: string): string {
  return text
    .replace(/\?[^\s"'<>)]+/g, "?…")
    .replace(/&[^\s=&]+=[^\s&"')]*/g, "&…")
    .replace(
      /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}\b|\b[0-9a-f]{1,4}::[0-9a-f:]*/gi,
      "<ip>",
    )
    .replace(/[\w.+-]+@[\w.-]+/g, "<email>")
    .replace(/[A-Za-z0-9_-]{30,}/g, "<token>")
    .slice(0, TEXT_MAX);
}

/** Sends what failed to the platform's error reporter over the queue; this Worker carries none of its own. */
export async function reportFailure(env: LinksEnv, failure: unknown, nowMs: number): Promise<void> {
  const { name, message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  const report = {
    kind: "links.failed",
    name,
    message: scrub(message),
    stack: stack ? scrub(stack) : null,
    at: nowMs,
  } as const;
  console.error(JSON.stringify({ level: "error", worker: "links", name, message: report.message }));
  await env.CLICKS_QUEUE.send(report).catch(() => undefined);
}
