import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { draftCases } from "./draft-cases.ts";
import { linkFindings, lookBack, phoneFindings, programmeFindings, type Settings } from "./findings.ts";
import { listPhoneFacts, listProgrammeFacts } from "./influencer-facts.ts";
import { listLinkFacts } from "./link-facts.ts";
import { getSettings, listWatchedLinks, type WatchedLink } from "./queries.ts";
import { linksLookedAt } from "./statements.ts";

const LINKS_AT_ONCE = 100;
const ROUNDS_MAX = 20;

/** Looks at the rates of up to 2,000 links with news, of their influencers and of their programmes; says how many links. */
export async function weighRates(ctx: Context): Promise<number> {
  let count = 0;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const watched = await listWatchedLinks(ctx, LINKS_AT_ONCE);
    if (watched.length > 0) await weigh(ctx, watched);
    count += watched.length;
    if (watched.length < LINKS_AT_ONCE) break;
  }
  return count;
}

async function weigh(ctx: Context, watched: readonly WatchedLink[]): Promise<void> {
  const settings = await getSettings(ctx);
  const linkIds = watched.map(({ linkId }) => linkId);
  const findings = [
    ...(await findOfLinks(ctx, settings, linkIds)),
    ...(await findOfProgrammes(ctx, settings, watched)),
    ...(await findOfPhones(ctx, settings, watched)),
  ];
  await commit(ctx, [...(await draftCases(ctx, findings)), linksLookedAt(watched)]);
}

async function findOfLinks(ctx: Context, settings: Settings, linkIds: readonly string[]) {
  const links = await listLinkFacts(ctx, linkIds, settings);
  return links.flatMap((link) => linkFindings(settings, link, ctx.now()));
}

async function findOfProgrammes(ctx: Context, settings: Settings, watched: readonly WatchedLink[]) {
  const since = lookBack(settings, "returns_above_programme", ctx.now(), 0);
  const minimum = settings.get("returns_above_programme")?.minimum ?? 0;
  const productIds = [...new Set(watched.map(({ productId }) => productId))];
  const programmes = await listProgrammeFacts(ctx, productIds, since, minimum);
  const isWatched = new Set(watched.map(({ influencerId, productId }) => `${influencerId}:${productId}`));
  return programmes
    .filter(({ influencerId, productId }) => isWatched.has(`${influencerId}:${productId}`))
    .flatMap((facts) => programmeFindings(settings, facts, ctx.now()));
}

async function findOfPhones(ctx: Context, settings: Settings, watched: readonly WatchedLink[]) {
  const since = lookBack(settings, "fake_phones", ctx.now(), 0);
  const people = await listPhoneFacts(ctx, [...new Set(watched.map(({ influencerId }) => influencerId))], since);
  return people.flatMap((facts) => phoneFindings(settings, facts, ctx.now()));
}
