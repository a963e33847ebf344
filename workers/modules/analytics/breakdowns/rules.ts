import type { ClickDetails } from "../../../../schemas/events.ts";
import { casablancaDay } from "../../../core/calendar.ts";
import type { ClickGroup } from "../rules.ts";

/** Parameters a visitor brings that are counted apart. */
export const PARAMETERS = ["utm_source", "utm_medium", "utm_campaign", "sub1", "sub2", "sub3", "sub4", "sub5"] as const;
export type Dimension = "country" | "city" | "device" | "source" | "referrer" | (typeof PARAMETERS)[number];

/** Everything of a dimension that is too rare to be kept apart. */
export const OTHERS = "*";
const VALUES_MAX = 40;
const VALUE_LENGTH_MAX = 80;

export type BreakdownEntry = [dimension: Dimension, value: string, human: number, other: number];
export type Breakdown = [linkNumber: number, day: number, entries: BreakdownEntry[]];

/** How the clicks of each (link, Casablanca day) spread over the values of each dimension; the 40 commonest of each. */
export function countBreakdowns({ details, events }: ClickGroup): Breakdown[] {
  const counted = new Map<string, { linkNumber: number; day: number; hits: Map<number, number> }>();
  for (const [linkNumber, clickedAt, , , detail] of events) {
    const day = casablancaDay(clickedAt);
    const key = `${linkNumber}:${day}`;
    const one = counted.get(key) ?? { linkNumber, day, hits: new Map<number, number>() };
    counted.set(key, one);
    one.hits.set(detail, (one.hits.get(detail) ?? 0) + 1);
  }
  const parts = details.map(partsOf);
  return [...counted.values()].map(({ linkNumber, day, hits }) => {
    const entries = new Map<string, BreakdownEntry>();
    for (const [detail, count] of hits) {
      const isHuman = details[detail]?.[0] === "human";
      for (const [dimension, value] of parts[detail] ?? []) {
        const entry = entries.get(`${dimension}\n${value}`) ?? [dimension, value, 0, 0];
        entry[isHuman ? 2 : 3] += count;
        entries.set(`${dimension}\n${value}`, entry);
      }
    }
    return [linkNumber, day, commonest([...entries.values()])];
  });
}

type Part = readonly [dimension: Dimension, value: string];

function partsOf([, , device, source, country, city, referrer, params]: ClickDetails): Part[] {
  const parts: (readonly [Dimension, string | null])[] = [
    ["country", country],
    ["city", city],
    ["device", device],
    ["source", source],
    ["referrer", referrer],
    ...parametersOf(params),
  ];
  return parts.flatMap(([dimension, value]): Part[] => (value ? [[dimension, value.slice(0, VALUE_LENGTH_MAX)]] : []));
}

function parametersOf(params: string | null): (readonly [Dimension, string | null])[] {
  if (params === null) return [];
  const brought = new Map<string, unknown>(Object.entries(parsedParameters(params)));
  return PARAMETERS.map((name) => {
    const value = brought.get(name);
    return [name, typeof value === "string" ? value : null];
  });
}

// They crossed a queue as text: what cannot be read brings nothing.
function parsedParameters(params: string): object {
  try {
    const parsed: unknown = JSON.parse(params);
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

// Almost no batch brings more values than are kept.
function commonest(entries: BreakdownEntry[]): BreakdownEntry[] {
  if (entries.length <= VALUES_MAX) return entries;
  const kept: BreakdownEntry[] = [];
  for (const of of Map.groupBy(entries, ([dimension]) => dimension).values()) {
    const sorted = of.sort((a, b) => hitsOf(b) - hitsOf(a) || (a[1] < b[1] ? -1 : 1));
    const [named, rest] = [sorted.slice(0, VALUES_MAX), sorted.slice(VALUES_MAX)];
    kept.push(...named);
    const [first] = rest;
    if (first) kept.push([first[0], OTHERS, sumOf(rest, 2), sumOf(rest, 3)]);
  }
  return kept;
}

const hitsOf = ([, value, human, other]: BreakdownEntry) => (value === OTHERS ? -1 : human + other);
const sumOf = (entries: readonly BreakdownEntry[], at: 2 | 3) => entries.reduce((sum, entry) => sum + entry[at], 0);
