import { For } from "solid-js";
import { PLAN_TERMS, PLANS, type Plan } from "../../../schemas/plans.ts";
import { locale } from "../locale.tsx";
import { formatRate, formatWholeMad } from "../money.ts";
import { fill } from "../text/fill.ts";
import { pluralOf } from "../text/plural.ts";
import { publicTexts } from "../text/public/texts.ts";
import { Button } from "../ui/button.tsx";
import { Columns } from "../ui/layout.tsx";
import { PlanCard } from "../ui/plan-card.tsx";

/** The four plans and their terms. */
export function PlanCards(props: { heading: "h2" | "h3" }) {
  const texts = publicTexts;
  return (
    <Columns count={4}>
      <For each={PLANS}>
        {(plan) => (
          <PlanCard
            heading={props.heading}
            name={texts()[`plan${plan}`]}
            text={texts()[`plan${plan}For`]}
            price={formatWholeMad(PLAN_TERMS[plan].priceMinor, locale())}
            period={texts().perMonth}
            points={pointsOf(plan)}
            action={
              <Button href={`/sign-up?role=merchant&plan=${plan}`} variant="secondary" wide>
                {plan === "FREE" ? texts().planStart : texts().planStartTrial}
              </Button>
            }
          />
        )}
      </For>
    </Columns>
  );
}

function pointsOf(plan: Plan): readonly string[] {
  const texts = publicTexts();
  const { productsMax, feeBps } = PLAN_TERMS[plan];
  return [
    productsMax === null
      ? texts.planProductsUnlimited
      : fill(texts[`planProducts${pluralOf(productsMax)}`], { count: productsMax }),
    fill(texts.planFee, { rate: formatRate(feeBps, locale()) }),
    plan === "FREE" ? texts.planNoCard : texts.planTrial,
  ];
}
