import type { VisitorClass } from "../../schemas/events.ts";

type Weighted<T> = readonly (readonly [item: T, weight: number])[];

/** The share of a day's clicks per hour of Casablanca: people scroll in the evening. */
export const HOURS: Weighted<number> = [
  3, 1, 1, 1, 1, 1, 2, 4, 6, 7, 8, 9, 11, 10, 8, 7, 7, 8, 10, 13, 17, 20, 17, 9,
].map((weight, hour) => [hour, weight] as const);

export const CLASSES: Weighted<VisitorClass> = [
  ["human", 84],
  ["bot", 6],
  ["preview", 8],
  ["prefetch", 2],
];

/** Why a hit does not count, as the redirect words it. */
export const REASONS: Readonly<Record<VisitorClass, Weighted<string | null>>> = {
  human: [[null, 1]],
  bot: [
    ["agent.bot", 9],
    ["agent.empty", 1],
  ],
  preview: [["agent.preview", 1]],
  prefetch: [
    ["header.prefetch", 3],
    ["method.head", 1],
  ],
};

/** The app whose own browser opened the link; null is a browser of the phone or of a computer. */
export const SOURCES: Weighted<string | null> = [
  ["instagram", 34],
  ["tiktok", 24],
  ["whatsapp", 16],
  ["facebook", 11],
  ["messenger", 3],
  ["snapchat", 2],
  [null, 10],
];

/** Hosts that sent the visitor, by source; apps mostly tell none. */
export const REFERRERS: Readonly<Record<string, Weighted<string | null>>> = {
  instagram: [
    ["l.instagram.com", 7],
    [null, 3],
  ],
  facebook: [
    ["lm.facebook.com", 5],
    ["l.facebook.com", 2],
    [null, 3],
  ],
  none: [
    ["www.google.com", 3],
    ["www.youtube.com", 3],
    ["t.co", 1],
    [null, 6],
  ],
};

export const PHONES: Weighted<string> = [
  ["android", 77],
  ["ios", 23],
];
export const BROWSERS: Weighted<string> = [
  ["android", 45],
  ["ios", 15],
  ["desktop", 40],
];

/** What a shared address may carry of its own. */
export const PARAMETERS: Weighted<string | null> = [
  [null, 88],
  ['{"utm_medium":"story"}', 6],
  ['{"utm_medium":"bio"}', 4],
  ['{"sub1":"groupe"}', 2],
];

/** Where people are: mostly at home, some of them among the family abroad. */
export const PLACES: Weighted<readonly [country: string, city: string]> = [
  [["MA", "Casablanca"], 290],
  [["MA", "Rabat"], 135],
  [["MA", "Marrakech"], 105],
  [["MA", "Fès"], 105],
  [["MA", "Tanger"], 90],
  [["MA", "Agadir"], 70],
  [["MA", "Meknès"], 50],
  [["MA", "Oujda"], 40],
  [["MA", "Kénitra"], 35],
  [["MA", "Tétouan"], 30],
  [["MA", "Essaouira"], 15],
  [["MA", "Laâyoune"], 10],
  [["FR", "Paris"], 20],
  [["FR", "Lyon"], 10],
  [["ES", "Madrid"], 8],
  [["BE", "Bruxelles"], 7],
  [["NL", "Amsterdam"], 5],
];

/** Where machines are. */
export const DATA_CENTRES: Weighted<string> = [
  ["US", 7],
  ["IE", 3],
];

/** Cities where products are sold. */
export const CITIES: readonly string[] = PLACES.filter(([[country]]) => country === "MA").map(([[, city]]) => city);
