import type { Context as HonoContext } from "hono";

/** Puts headers on the finished answer, whoever made it; Hono's own way would copy the answer once for each. */
export function setAnswerHeaders(c: HonoContext, headers: readonly (readonly [name: string, value: string])[]): void {
  try {
    for (const [name, value] of headers) c.res.headers.set(name, value);
  } catch {
    // An answer that came from a fetch or a cache has headers that cannot be changed.
    c.res = new Response(c.res.body, c.res);
    for (const [name, value] of headers) c.res.headers.set(name, value);
  }
}
