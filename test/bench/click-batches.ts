import type { ClicksRecorded } from "../../schemas/events.ts";
import { clicksMessageOf, type PlainClick } from "../support/click-messages.ts";

export const MESSAGES_PER_BATCH = 10;
export const CLICKS_PER_MESSAGE = 800;
export const CLICKED_LINKS = 100;
const DEVICES = ["android", "ios", "desktop"] as const;
const SOURCES = [null, "instagram", "tiktok", "facebook"] as const;
const CITIES = ["Casablanca", "Rabat", "Marrakech", "Fès", "Tanger", null] as const;

/** A queue batch as heavy traffic makes it: full messages of 100 ms each. */
export function queueBatch(random: () => number, nowMs: number, batch: number) {
  return Array.from({ length: MESSAGES_PER_BATCH }, (_, index) => {
    const id = `bench-${batch}-${index}`;
    const clicks = Array.from({ length: CLICKS_PER_MESSAGE }, () => clickAt(random, nowMs + index * 100));
    const body: ClicksRecorded = clicksMessageOf(id, clicks);
    return { id, timestamp: new Date(nowMs), attempts: 1, body };
  });
}

// A few links get most clicks, as everywhere; most visitors come once, some several times.
function clickAt(random: () => number, nowMs: number): PlainClick {
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] ?? null;
  const linkNumber = 1 + Math.floor(CLICKED_LINKS * random() ** 3);
  const visitor = hashOf(Math.floor(random() ** 2 * 200_000));
  const [clickedAt, nonce] = [nowMs + Math.floor(random() * 100), Math.floor(random() * 2 ** 48)];
  const source = pick(SOURCES);
  const [visitorClass, reason] = random() < 0.9 ? (["human", null] as const) : (["bot", "agent.bot"] as const);
  const referrer = source === null ? null : `l.${source}.com`;
  const [device, city] = [pick(DEVICES), pick(CITIES)];
  const common = { linkNumber, clickedAt, nonce, visitor, class: visitorClass, reason, device, source, city, referrer };
  return { ...common, country: "MA", params: null };
}

// Spread over 48 bits like the redirect's hashes, by a prime that is odd and so reaches each only once.
const hashOf = (person: number) => Number((BigInt(person) * 0x9e3779b97f4bn) % 2n ** 48n);

/** The same numbers in every run (mulberry32), so that runs can be compared. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
