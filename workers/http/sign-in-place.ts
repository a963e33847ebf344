import type { Context as HonoContext } from "hono";
import type { SignInPlace } from "../modules/auth/open-session.ts";
import { deviceNameOf } from "../modules/auth/rules.ts";
import type { AppTypes } from "./app.ts";

/** Where a sign-in comes from: browser and system, and the country that Cloudflare's edge saw. */
export function signInPlaceOf(c: HonoContext<AppTypes>): SignInPlace {
  const country = c.req.header("CF-IPCountry") ?? "";
  return {
    device: deviceNameOf(c.req.header("User-Agent") ?? ""),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
  };
}
