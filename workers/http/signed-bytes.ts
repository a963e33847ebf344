import { createMiddleware } from "hono/factory";
import type * as z from "zod";
import type { AppTypes } from "./app.ts";
import { measureInRoute } from "./body-limit.ts";
import { describeGuard, describeInput } from "./documented.ts";

/** Marks a route that takes a body whose very bytes are signed: it is read by `bytesWithin`, before anything parses it. */
export const signedBytes = createMiddleware<AppTypes>(async function signedBytes(_c, next) {
  await next();
});
describeGuard(measureInRoute(signedBytes), {
  problems: ["request.too_large", "webhook.signature_wrong", "webhook.malformed"],
});

/** Shows the form of a signed body in the document; it is parsed by the verb, once its signature has been checked. */
export function shownBody<S extends z.ZodType>(schema: S) {
  const shown = createMiddleware<AppTypes>(async function shownBody(_c, next) {
    await next();
  });
  return describeInput(shown, "json", schema);
}

/** As `shownBody`, for a query whose very characters are signed. */
export function shownQuery<S extends z.ZodType>(schema: S) {
  const shown = createMiddleware<AppTypes>(async function shownQuery(_c, next) {
    await next();
  });
  return describeGuard(describeInput(shown, "query", schema), {
    problems: ["webhook.signature_wrong", "webhook.malformed"],
  });
}

export interface SentBytes {
  /** Undefined when there are more than may be read. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  /** How many there are, as far as they were counted or announced. */
  readonly length: number;
}

/** The request's body as it was sent, at most `maxBytes`; one that announces more is not read at all. */
export async function bytesWithin(request: Request, maxBytes: number): Promise<SentBytes> {
  const announced = Number(request.headers.get("Content-Length") ?? 0);
  if (announced > maxBytes) return { bytes: undefined, length: announced };
  if (!request.body) return { bytes: new Uint8Array(), length: 0 };
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length <= maxBytes) continue;
    await reader.cancel().catch(() => undefined);
    return { bytes: undefined, length };
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, length };
}
