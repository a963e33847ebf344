import { Show } from "solid-js";
import type { AnalyticsNumbers } from "../../../schemas/analytics.ts";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { Change } from "../ui/change.tsx";
import { Counting } from "../ui/counting.tsx";
import { Row } from "../ui/layout.tsx";
import type { Metric } from "../ui/metrics.tsx";
import { Why } from "../ui/why.tsx";
import type { Side } from "./choice.ts";
import { changeOf, changeText, LESS_IS_BETTER, type NumberName, numberText } from "./number-texts.ts";

/** What the merchant owes is what the influencer has earned: one number, two names. */
export function nameOf(side: Side, name: NumberName): string {
  const texts = analyticsTexts().numbers;
  return side === "merchant" && name === "earnedMinor" ? texts.paidMinor : texts[name];
}

const whyOf = (side: Side, name: NumberName) => {
  const texts = analyticsTexts().why;
  return side === "merchant" && name === "earnedMinor" ? texts.paidMinor : texts[name];
};

/** A number that follows its source; its place on the page stays. */
export function metricOf(
  side: Side,
  name: NumberName,
  now: () => AnalyticsNumbers,
  before?: () => AnalyticsNumbers,
  isRunning = () => false,
): Metric {
  return {
    name: nameOf(side, name),
    value: (
      <Show when={now()[name] !== null} fallback={numberText(name, null)}>
        <Counting value={now()[name] ?? 0} format={(value) => numberText(name, value)} />
      </Show>
    ),
    note: before && (
      <Show when={changeOf(name, now(), before())}>
        {(change) => (
          <Row>
            {/* Half a day is no change against a whole one. */}
            <Show when={!isRunning()}>
              <Change
                text={changeText(name, change())}
                direction={change().direction}
                good={(change().direction === "up") !== LESS_IS_BETTER.has(name)}
              />
            </Show>
            <bdi>{fill(analyticsTexts().change.before, { value: numberText(name, before()[name]) })}</bdi>
          </Row>
        )}
      </Show>
    ),
    why: <Why of={nameOf(side, name)}>{whyOf(side, name)}</Why>,
  };
}
