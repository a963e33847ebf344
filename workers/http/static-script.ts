import type { Context as HonoContext } from "hono";
import { Unavailable } from "../core/errors.ts";
import type { AppTypes } from "./app.ts";

/** A script among the static files under an address of the API; asked again it is only told whether it is still the same. */
export async function staticScript(c: HonoContext<AppTypes>, path: string, cacheControl: string): Promise<Response> {
  const known = c.req.header("If-None-Match");
  const headers = known === undefined ? {} : { "If-None-Match": known };
  const file = await c.env.ASSETS.fetch(new Request(`https://assets.local${path}`, { headers }));
  const isScript = /javascript/.test(file.headers.get("Content-Type") ?? "");
  if (file.status !== 304 && !(file.ok && isScript)) throw new Unavailable("server.unavailable");
  const answer = new Headers({ "Cache-Control": cacheControl });
  for (const name of ["ETag", "Content-Type"]) {
    const value = file.headers.get(name);
    if (value !== null) answer.set(name, value);
  }
  return new Response(file.body, { status: file.status, headers: answer });
}
