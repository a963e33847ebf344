import type { Context } from "../../../platform/context.ts";
import { listLinkParties, listWatchers } from "./queries.ts";
import type { LinkParties } from "./rules.ts";

const REMEMBERED_MS = 1_000;
const LINKS_MAX = 10_000;

let watching: { readonly owners: ReadonlySet<string>; readonly until: number } | undefined;
const parties = new Map<number, LinkParties>();

/** Whose feeds are watched, as the isolate knew within the last second: most batches of clicks ask nothing for it. */
export async function recallWatchers(ctx: Context): Promise<ReadonlySet<string>> {
  if (watching && watching.until > ctx.now()) return watching.owners;
  const owners = new Set(await listWatchers(ctx));
  watching = { owners, until: ctx.now() + REMEMBERED_MS };
  return owners;
}

export function forgetWatchers(): void {
  watching = undefined;
}

/** Whose links these are. A link never changes hands, so what is known stays true. */
export async function recallParties(
  ctx: Context,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, LinkParties>> {
  const unknown = numbers.filter((number) => !parties.has(number));
  if (parties.size + unknown.length > LINKS_MAX) parties.clear();
  const missing = numbers.filter((number) => !parties.has(number));
  if (missing.length > 0) for (const link of await listLinkParties(ctx, missing)) parties.set(link.number, link);
  return parties;
}
