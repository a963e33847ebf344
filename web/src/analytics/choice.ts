import { BREAKDOWNS, type Breakdown, type Interval } from "../../../schemas/analytics.ts";
import type { Role } from "../../../schemas/users.ts";
import { addressWith, oneOf, textOf } from "../url-state.ts";
import { intervalOf, type Period, periodOf } from "./period.ts";

export const SHOWN = ["clicks", "orders", "collected", "earnedMinor"] as const;
export type Shown = (typeof SHOWN)[number];

export type Side = Extract<Role, "influencer" | "merchant">;

/** What narrows the numbers to a part, by the name it has in the address. */
export const PARTS = ["link", "product", "influencer", "merchant"] as const;
export type Part = (typeof PARTS)[number];

/** Everything an analytics page shows, as its address says it. */
export interface Choice {
  readonly period: Period;
  readonly step: Interval;
  readonly shown: Shown;
  readonly withBots: boolean;
  readonly by: Breakdown;
  readonly parts: Readonly<Partial<Record<Part, string>>>;
}

/** What each side may ask about: itself is no part. */
export function breakdownsOf(side: Side): readonly Breakdown[] {
  return BREAKDOWNS.filter((by) => by !== side);
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

export function choiceOf(params: Params, side: Side, nowMs: number): Choice {
  const period = periodOf(params, nowMs);
  const parts = PARTS.filter((part) => part !== side).flatMap((part) => {
    const id = textOf(params[part]);
    return id === undefined ? [] : [[part, id]];
  });
  return {
    period,
    step: intervalOf(period, params.step),
    shown: oneOf(SHOWN, params.show) ?? "clicks",
    withBots: params.bots === "1",
    by: oneOf(breakdownsOf(side), params.by) ?? "link",
    parts: Object.fromEntries(parts),
  };
}

/** The query of every answer of the page. */
export function queryOf({ period, parts }: Choice) {
  const { link, product, influencer, merchant } = parts;
  return {
    from: period.from,
    to: period.to,
    ...(link ? { linkId: link } : {}),
    ...(product ? { productId: product } : {}),
    ...(influencer ? { influencerId: influencer } : {}),
    ...(merchant ? { merchantId: merchant } : {}),
  };
}

/** The page's address after a change of the choice; what is as usual is left out. */
export function addressOf(
  side: Side,
  choice: Choice,
  change: Readonly<Record<string, string | undefined>> = {},
): string {
  const { period, step, shown, withBots, by, parts } = choice;
  const isCustom = period.choice === "custom";
  const now: Readonly<Record<string, string | undefined>> = {
    period: period.choice === "30" ? undefined : period.choice,
    from: isCustom ? period.from : undefined,
    to: isCustom ? period.to : undefined,
    step: step === intervalOf(period, undefined) ? undefined : step,
    show: shown === "clicks" ? undefined : shown,
    bots: withBots ? "1" : undefined,
    by: by === "link" ? undefined : by,
    ...parts,
  };
  return addressWith(`/${side}/analytics`, { ...now, ...change });
}
