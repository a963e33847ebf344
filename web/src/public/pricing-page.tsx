import { PLAN_TERMS, PLANS, type Plan } from "../../../schemas/plans.ts";
import { locale } from "../locale.tsx";
import { formatRate } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { publicTexts } from "../text/public/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Hero } from "../ui/hero.tsx";
import { Questions } from "../ui/questions.tsx";
import { Section } from "../ui/section.tsx";
import { PlanCards } from "./plan-cards.tsx";

const SALE_MINOR = 45_000;
const COMMISSION_MINOR = 6750;
const feeMinorOf = (plan: Plan) => (SALE_MINOR * PLAN_TERMS[plan].feeBps) / 10_000;

export function PricingPage() {
  const texts = publicTexts;
  keepTitle(() => texts().pricingTitle);
  return (
    <>
      <Hero title={texts().pricingHeading} lead={texts().pricingLead}>
        <PlanCards heading="h2" />
      </Hero>
      <Section title={texts().pricingEvery}>
        <CheckList
          points={[texts().pricingEvery1, texts().pricingEvery2, texts().pricingEvery3, texts().pricingEvery4]}
        />
      </Section>
      <Section band title={texts().pricingExample} lead={texts().pricingExampleText}>
        <Card flush>
          <DataTable
            caption={texts().pricingExample}
            rows={PLANS}
            columns={[
              { head: texts().plan, lead: true, cell: (plan) => texts()[`plan${plan}`] },
              { head: texts().influencerCommission, number: true, cell: () => <Amount minor={COMMISSION_MINOR} /> },
              {
                head: texts().platformFee,
                number: true,
                cell: (plan) => (
                  <>
                    <bdi>{formatRate(PLAN_TERMS[plan].feeBps, locale())}</bdi> · <Amount minor={feeMinorOf(plan)} />
                  </>
                ),
              },
              {
                head: texts().youOwe,
                number: true,
                cell: (plan) => <Amount minor={COMMISSION_MINOR + feeMinorOf(plan)} />,
              },
              {
                head: texts().youKeep,
                number: true,
                lead: true,
                cell: (plan) => <Amount minor={SALE_MINOR - COMMISSION_MINOR - feeMinorOf(plan)} />,
              },
            ]}
          />
        </Card>
      </Section>
      <Section title={texts().questionsHeading}>
        <Questions
          questions={[
            { question: texts().question3, answer: texts().answer3 },
            { question: texts().question4, answer: texts().answer4 },
            { question: texts().question1, answer: texts().answer1 },
          ]}
        />
      </Section>
    </>
  );
}
