import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { publishChangedLink } from "./publish-link.ts";
import { listCappedCandidates, listCappedNumbers, listClickTotals } from "./queries.ts";
import { changeLink } from "./statements.ts";

const REMEMBERED_MS = 5_000;
let capped: { readonly numbers: ReadonlySet<number>; readonly until: number } | undefined;

// Few links have a cap and every click asks: the isolate remembers which for some seconds.
async function cappedNumbers(ctx: Context): Promise<ReadonlySet<number>> {
  if (capped && capped.until > ctx.now()) return capped.numbers;
  const numbers = new Set(await listCappedNumbers(ctx));
  capped = { numbers, until: ctx.now() + REMEMBERED_MS };
  return numbers;
}

/** Ends the links that have reached their click cap; the redirect shows "offer ended" from then on. */
export async function capLinks(ctx: Context, clickedNumbers: readonly number[]): Promise<void> {
  const known = await cappedNumbers(ctx);
  const clicked = [...new Set(clickedNumbers)].filter((number) => known.has(number));
  if (clicked.length === 0) return;
  const candidates = await listCappedCandidates(ctx, clicked);
  if (candidates.length === 0) return;
  const totals = await listClickTotals(
    ctx,
    candidates.map(({ number }) => number),
  );
  for (const link of candidates) {
    const clicks = totals.find(({ linkNumber }) => linkNumber === link.number)?.human ?? 0;
    if (clicks < link.clicksMax) continue;
    await commit(ctx, [
      ...changeLink(ctx, link, { state: "capped", pausedAt: ctx.now() }),
      happened(ctx, "link.changed", link.id, { slug: link.slug }),
      audit(ctx, "link.capped", link.id, { clicks }),
    ]);
    await publishChangedLink(ctx, link.id, link.slug);
  }
}
