import { createAsync, revalidate } from "@solidjs/router";
import { Show } from "solid-js";
import { analyticsFunnel } from "../data/analytics.ts";
import { locale } from "../locale.tsx";
import { formatCount, formatRate } from "../money.ts";
import { Loaded } from "../shell/loaded.tsx";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { Card } from "../ui/card.tsx";
import { FactLine } from "../ui/fact-line.tsx";
import { Figure } from "../ui/figure.tsx";
import { Funnel } from "../ui/funnel.tsx";
import { Small, Stack } from "../ui/layout.tsx";
import { type Choice, queryOf } from "./choice.ts";
import { roundedRate } from "./number-texts.ts";

const texts = () => analyticsTexts().funnel;

/** From the click to the money: how many came how far, and what stopped on the way. */
export function FunnelCard(props: { choice: Choice }) {
  return (
    <Card title={texts().title} text={texts().text}>
      <Loaded shapes={["line", "line", "line", "line"]} again={() => void revalidate(analyticsFunnel.key)}>
        <Steps choice={props.choice} />
      </Loaded>
    </Card>
  );
}

function Steps(props: { choice: Choice }) {
  const funnel = createAsync(() => analyticsFunnel(queryOf(props.choice)));
  return (
    <Show when={funnel()}>
      {(known) => (
        <Stack>
          <Funnel
            label={texts().title}
            steps={known().steps.map(({ step, count, rateBps }) => ({
              name: texts()[step],
              count,
              apart: step === "clicks",
              text: formatCount(count, locale()),
              rate:
                rateBps === null || step === "clicks"
                  ? undefined
                  : fill(texts().rate, { rate: formatRate(roundedRate(rateBps), locale()) }),
            }))}
          />
          <Small>{texts().ended}</Small>
          <FactLine
            facts={(["cancelled", "refused", "returned", "lost"] as const).map((end) => ({
              name: texts()[end],
              value: <Figure>{formatCount(known().ended[end], locale())}</Figure>,
              why: undefined,
            }))}
          />
        </Stack>
      )}
    </Show>
  );
}
