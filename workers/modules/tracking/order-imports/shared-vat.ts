import { casablancaDay } from "../../../core/calendar.ts";
import type { Context } from "../../../platform/context.ts";
import { getVatBps } from "../../commissions/queries.ts";

/** `getVatBps` for the events of one commit, asked once a day: rates begin with days. */
export function sharedVat(ctx: Context): (atMs: number) => Promise<number> {
  const known = new Map<number, number>();
  return async (atMs) => {
    const day = casablancaDay(atMs);
    const vatBps = known.get(day) ?? (await getVatBps(ctx, atMs));
    known.set(day, vatBps);
    return vatBps;
  };
}
