import type { LiveNews } from "../../../../schemas/live.ts";
import type { ClickGroup } from "../rules.ts";

const NEWS_MAX_AGE_MS = 5 * 60_000;

/** News for one feed. */
export interface ToldNews {
  readonly ownerId: string;
  readonly news: FedNews;
}

/** What a feed is given: the same `key` is numbered once. Clicks have none, they are told when they are first recorded. */
export interface FedNews {
  readonly key: string | null;
  readonly event: LiveNews;
}

export interface LinkParties {
  readonly number: number;
  readonly linkId: string;
  readonly productId: string;
  readonly influencerId: string;
  readonly merchantId: string;
}

export interface LinkClicks {
  readonly number: number;
  readonly at: number;
  readonly humans: number;
  readonly bots: number;
  readonly country: string | null;
  readonly device: string | null;
}

interface Count {
  at: number;
  humans: number;
  bots: number;
  readonly countries: Set<string | null>;
  readonly devices: Set<string | null>;
}

/** The clicks of a group by link; country and device are told where all its people share them. */
export function countLinkClicks({ details, events }: ClickGroup): LinkClicks[] {
  const counts = new Map<number, Count>();
  for (const [number, clickedAt, , , detail] of events) {
    const count = counts.get(number) ?? { at: 0, humans: 0, bots: 0, countries: new Set(), devices: new Set() };
    counts.set(number, count);
    count.at = Math.max(count.at, clickedAt);
    const [visitorClass, , device = null, , country = null] = details[detail] ?? [];
    if (visitorClass !== "human") {
      count.bots += 1;
      continue;
    }
    count.humans += 1;
    count.countries.add(country);
    count.devices.add(device);
  }
  return [...counts].map(([number, { countries, devices, ...count }]) => ({
    number,
    ...count,
    country: onlyOne(countries),
    device: onlyOne(devices),
  }));
}

const onlyOne = (values: ReadonlySet<string | null>) => (values.size === 1 ? ([...values][0] ?? null) : null);

/** Each link's clicks for its influencer and its merchant, where they watch. */
export function clickNews(
  clicks: readonly LinkClicks[],
  parties: ReadonlyMap<number, LinkParties>,
  watchers: ReadonlySet<string>,
): ToldNews[] {
  return clicks.flatMap(({ number, at, ...counts }) => {
    const link = parties.get(number);
    if (!link) return [];
    const { linkId, productId } = link;
    const event = { kind: "clicks", at: new Date(at).toISOString(), linkId, productId, ...counts } as const;
    return forWatchers([link.influencerId, link.merchantId], watchers, { key: null, event });
  });
}

/** The same news for each of the owners who watches. */
export function forWatchers(
  ownerIds: readonly (string | null)[],
  watchers: ReadonlySet<string>,
  news: FedNews,
): ToldNews[] {
  return ownerIds.flatMap((ownerId) => (ownerId !== null && watchers.has(ownerId) ? [{ ownerId, news }] : []));
}

/** Whether a state change is still worth telling; a reader that begins, or was long away, passes over the past. */
export function isNewsStill(createdAt: number, nowMs: number): boolean {
  return createdAt > nowMs - NEWS_MAX_AGE_MS;
}
