import { Hono } from "hono";
import type { Context } from "../platform/context.ts";
import type { Env } from "../platform/env.ts";
import type { Verdict } from "./leased-units.ts";

export interface AppTypes {
  Bindings: Env;
  Variables: {
    ctx: Context;
    /** How the caller stands with the tightest limit that counted the request. */
    rateLimit?: Verdict;
    isAddressCounted?: boolean;
    isLimiterDown?: boolean;
    /** The caller's network is on the list of those that are not counted by address. */
    isAddressAllowed?: boolean;
  };
}

/** An empty sub-app of one module; its routes are chained so that their types reach `hc`. */
export function newApp() {
  return new Hono<AppTypes>();
}
