import type { ClicksRecorded, VisitorClass } from "../../schemas/events.ts";
import { casablancaDay, DAY_MS } from "../../workers/core/calendar.ts";
import { nonceOf } from "../../workers/core/click-token.ts";
import { recordClicks } from "../../workers/modules/analytics/record-clicks.ts";
import { Chance } from "./chance.ts";
import {
  BROWSERS,
  CLASSES,
  DATA_CENTRES,
  HOURS,
  PARAMETERS,
  PHONES,
  PLACES,
  REASONS,
  REFERRERS,
  SOURCES,
} from "./data-traffic.ts";
import type { PlayedLink } from "./links.ts";
import type { Stage } from "./stage.ts";

const DAYS = 42;
const CLICKS = 8_000;
const LIVE_CLICKS = 30;
const EVENTS_PER_MESSAGE = 500;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
// How many clicks a link with a cap still has before it ends.
const SPARE_CLICKS = 12;
const PEOPLE = 1_500;

/** A hit of a link, before anybody has counted it. */
export interface PlayedClick {
  readonly link: PlayedLink;
  readonly clickedAt: number;
  readonly visitorClass: VisitorClass;
  /** The token's six random bytes. */
  readonly nonce: Uint8Array;
  readonly country: string;
  readonly city: string | null;
  readonly device: string;
  readonly source: string | null;
  readonly referrer: string | null;
  readonly params: string | null;
  readonly reason: string | null;
  readonly visitor: number;
}

/** Six weeks of hits in the order of time: more each week, most in the evening and in the hours after a post. */
export function planTraffic(stage: Stage, links: readonly PlayedLink[]): readonly PlayedClick[] {
  const chance = stage.chance.fork();
  const weights = links.map((link) => [link, link.seed.weight] as const);
  const posts = new Map(
    links.map((link) => [link, Array.from({ length: 4 }, () => momentOf(chance, stage.nowMs, link))]),
  );
  const hits = Array.from({ length: CLICKS }, () => {
    const link = chance.weighted(weights);
    return hitOf(chance, link, momentAfterPost(chance, posts.get(link) ?? [], stage.nowMs, link));
  });
  const open = weights.filter(([{ endedAt }]) => endedAt === null);
  const live = Array.from({ length: LIVE_CLICKS }, () =>
    hitOf(chance, chance.weighted(open), stage.nowMs - chance.between(3 * MINUTE_MS, 90 * MINUTE_MS)),
  );
  return belowCaps([...live, ...hits]).sort((a, b) => a.clickedAt - b.clickedAt);
}

/** Records the hits through the very consumer that records real ones. */
export async function recordTraffic(stage: Stage, clicks: readonly PlayedClick[]): Promise<void> {
  const messages: ClicksRecorded[] = [];
  for (let start = 0; start < clicks.length; start += EVENTS_PER_MESSAGE) {
    messages.push(messageOf(`seed-${start}`, clicks.slice(start, start + EVENTS_PER_MESSAGE)));
  }
  await recordClicks(stage.system(stage.nowMs), messages);
}

function momentAfterPost(chance: Chance, posts: readonly number[], nowMs: number, link: PlayedLink): number {
  if (posts.length === 0 || chance.next() > 0.35) return momentOf(chance, nowMs, link);
  const moment = chance.pick(posts) - Math.log(1 - chance.next()) * 5 * HOUR_MS;
  return moment < lastMoment(nowMs, link) ? Math.round(moment) : momentOf(chance, nowMs, link);
}

function momentOf(chance: Chance, nowMs: number, link: PlayedLink): number {
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  for (;;) {
    const daysAgo = Math.floor((1 - Math.sqrt(chance.next())) * DAYS);
    const moment = today - daysAgo * DAY_MS + chance.weighted(HOURS) * HOUR_MS + chance.between(0, HOUR_MS - 1);
    if (moment < lastMoment(nowMs, link)) return moment;
  }
}

function lastMoment(nowMs: number, { endedAt }: PlayedLink): number {
  return Math.min(nowMs - 3 * MINUTE_MS, endedAt ?? nowMs);
}

function hitOf(chance: Chance, link: PlayedLink, clickedAt: number): PlayedClick {
  const visitorClass = chance.weighted(CLASSES);
  const common = {
    link,
    clickedAt,
    visitorClass,
    nonce: chance.bytes(6),
    reason: chance.weighted(REASONS[visitorClass]),
    visitor: visitorOf(casablancaDay(clickedAt), chance.between(1, PEOPLE)),
  };
  if (visitorClass === "bot" || visitorClass === "preview") {
    const country = chance.weighted(DATA_CENTRES);
    return { ...common, country, city: null, device: "desktop", source: null, referrer: null, params: null };
  }
  const source = chance.weighted(SOURCES);
  const [country, city] = chance.weighted(PLACES);
  const referrers = REFERRERS[source ?? "none"];
  return {
    ...common,
    country,
    city,
    device: chance.weighted(source === null ? BROWSERS : PHONES),
    source,
    referrer: referrers ? chance.weighted(referrers) : null,
    params: chance.weighted(PARAMETERS),
  };
}

// As the redirect does it: the same person has another name every day.
function visitorOf(day: number, person: number): number {
  return nonceOf(new Chance(day * PEOPLE + person).bytes(6));
}

function belowCaps(clicks: readonly PlayedClick[]): PlayedClick[] {
  const counts = new Map<PlayedLink, number>();
  return clicks.filter(({ link, visitorClass }) => {
    if (visitorClass !== "human") return true;
    const count = (counts.get(link) ?? 0) + 1;
    counts.set(link, count);
    return count <= (link.seed.more?.clicksMax ?? Number.POSITIVE_INFINITY) - SPARE_CLICKS;
  });
}

// Every hit brings its own details: only the redirect, which sees hundreds at once, has something to share.
function messageOf(id: string, clicks: readonly PlayedClick[]): ClicksRecorded {
  return {
    kind: "clicks.recorded",
    id,
    details: clicks.map(({ visitorClass, reason, device, source, country, city, referrer, params }) => [
      visitorClass,
      reason,
      device,
      source,
      country,
      city,
      referrer,
      params,
    ]),
    events: clicks.map(({ link, clickedAt, nonce, visitor }, index) => [
      link.number,
      clickedAt,
      nonceOf(nonce),
      visitor,
      index,
    ]),
  };
}
