import type { ClickEvent, ClicksRecorded, VisitorClass } from "../../schemas/events.ts";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { recordClicks } from "../../workers/modules/analytics/record-clicks.ts";
import type { PlayedLink } from "./catalogue.ts";
import { CITIES } from "./data-links.ts";
import type { Stage } from "./stage.ts";

const WEEKS_DAYS = 42;
const CLICKS = 8_000;
const EVENTS_PER_MESSAGE = 500;
const HOUR_MS = 3_600_000;

// Evening is when people scroll; the share of a day's clicks per hour of Casablanca.
const HOURS: readonly (readonly [hour: number, weight: number])[] = [
  3, 1, 1, 1, 1, 1, 2, 4, 6, 7, 8, 9, 11, 10, 8, 7, 7, 8, 10, 13, 17, 20, 17, 9,
].map((weight, hour) => [hour, weight] as const);
const CLASSES: readonly (readonly [VisitorClass, number])[] = [
  ["human", 84],
  ["bot", 6],
  ["preview", 8],
  ["prefetch", 2],
];
const REASONS: Readonly<Record<VisitorClass, string | null>> = {
  human: null,
  bot: "agent.bot",
  preview: "agent.preview",
  prefetch: "header.prefetch",
};
const SOURCES: readonly (readonly [source: string | null, weight: number])[] = [
  ["instagram", 38],
  ["tiktok", 24],
  ["whatsapp", 16],
  ["facebook", 12],
  [null, 10],
];
const REFERRERS: Readonly<Record<string, string>> = { instagram: "l.instagram.com", facebook: "l.facebook.com" };
const DEVICES: readonly (readonly [device: string, weight: number])[] = [
  ["android", 71],
  ["ios", 21],
  ["desktop", 8],
];

/** Six weeks of traffic through the very consumer that records real clicks. */
export async function playClicks(stage: Stage, links: readonly PlayedLink[]): Promise<void> {
  const weights = links.map((link) => [link, link.seed.weight] as const);
  const events = Array.from({ length: CLICKS }, () => clickOf(stage, stage.chance.weighted(weights))).sort(
    (a, b) => a[1] - b[1],
  );
  const messages: ClicksRecorded[] = [];
  for (let start = 0; start < events.length; start += EVENTS_PER_MESSAGE) {
    messages.push({
      kind: "clicks.recorded",
      id: `seed-${start}`,
      events: events.slice(start, start + EVENTS_PER_MESSAGE),
    });
  }
  await recordClicks(stage.system(stage.nowMs), messages);
}

function clickOf({ chance, nowMs }: Stage, link: PlayedLink): ClickEvent {
  const day = WEEKS_DAYS - Math.floor(Math.sqrt(chance.next()) * WEEKS_DAYS);
  const midnight = Math.floor(nowMs / DAY_MS) * DAY_MS - day * DAY_MS;
  const clickedAt = Math.min(
    nowMs - 60_000,
    midnight + chance.weighted(HOURS) * HOUR_MS + chance.between(0, HOUR_MS - 1),
  );
  const visitorClass = chance.weighted(CLASSES);
  const source = visitorClass === "human" ? chance.weighted(SOURCES) : null;
  return [
    link.number,
    clickedAt,
    chance.between(0, 2 ** 47),
    visitorClass,
    REASONS[visitorClass],
    `demo${chance.between(0, 2_400).toString(36)}`,
    chance.weighted(DEVICES),
    source,
    "MA",
    visitorClass === "human" ? chance.weighted(CITIES) : null,
    source ? (REFERRERS[source] ?? null) : null,
    null,
  ];
}
