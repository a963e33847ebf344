import { weighRates } from "../modules/fraud/weigh-rates.ts";
import type { Context } from "../platform/context.ts";

/** Looks at links with news since the last time. It opens cases and never ends one: that is a person's to do. */
export async function weighFraudRates(ctx: Context): Promise<void> {
  const links = await weighRates(ctx);
  if (links > 0) ctx.log("info", "the rates of links were looked at", { links });
}
