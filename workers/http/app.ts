import { Hono } from "hono";
import type { Context } from "../platform/context.ts";
import type { Env } from "../platform/env.ts";

export interface AppTypes {
  Bindings: Env;
  Variables: { ctx: Context };
}

/** An empty sub-app of one module; its routes are chained so that their types reach `hc`. */
export function newApp() {
  return new Hono<AppTypes>();
}
