import ArrowRight from "lucide-solid/icons/arrow-right";
import Megaphone from "lucide-solid/icons/megaphone";
import Store from "lucide-solid/icons/store";
import { keepTitle } from "../page-title.ts";
import { publicTexts } from "../text/public/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { Closing } from "../ui/closing.tsx";
import { Entry, Hero } from "../ui/hero.tsx";
import { Columns, Row } from "../ui/layout.tsx";
import { Questions } from "../ui/questions.tsx";
import { Section } from "../ui/section.tsx";
import { StepList } from "../ui/step-list.tsx";
import { ExampleCommission } from "./example-commission.tsx";
import { PlanCards } from "./plan-cards.tsx";

export function LandingPage() {
  const texts = publicTexts;
  keepTitle(() => texts().landingTitle);
  return (
    <>
      <Hero title={texts().heading} lead={texts().lead} aside={<ExampleCommission />}>
        <Columns count={2} gap="normal">
          <Entry
            title={texts().influencerEntry}
            text={texts().influencerEntryText}
            icon={<Megaphone />}
            action={
              <Button href="/sign-up?role=influencer" wide>
                {texts().influencerStart}
              </Button>
            }
          />
          <Entry
            title={texts().merchantEntry}
            text={texts().merchantEntryText}
            icon={<Store />}
            action={
              <Button href="/sign-up?role=merchant" variant="secondary" wide>
                {texts().merchantStart}
              </Button>
            }
          />
        </Columns>
        <Row>
          <Button href="/marketplace" variant="quiet" iconEnd={<ArrowRight />}>
            {texts().seeMarketplace}
          </Button>
        </Row>
      </Hero>
      <Section id="how" title={texts().stepsHeading}>
        <StepList
          steps={[
            { title: texts().step1, text: texts().step1Text },
            { title: texts().step2, text: texts().step2Text },
            { title: texts().step3, text: texts().step3Text },
          ]}
        />
      </Section>
      <Sides />
      <Section
        title={texts().plansHeading}
        lead={texts().plansLead}
        action={
          <Button href="/pricing" variant="quiet" iconEnd={<ArrowRight />}>
            {texts().plansMore}
          </Button>
        }
      >
        <PlanCards heading="h3" />
      </Section>
      <Section title={texts().questionsHeading}>
        <Questions
          questions={[
            { question: texts().question1, answer: texts().answer1 },
            { question: texts().question2, answer: texts().answer2 },
            { question: texts().question5, answer: texts().answer5 },
          ]}
        />
      </Section>
      <Closing
        title={texts().closingHeading}
        text={texts().closingText}
        actions={
          <>
            <Button href="/sign-up?role=influencer" variant="light">
              {texts().influencerStart}
            </Button>
            <Button href="/sign-up?role=merchant" variant="onNight">
              {texts().merchantStart}
            </Button>
          </>
        }
      />
    </>
  );
}

function Sides() {
  const texts = publicTexts;
  return (
    <Section band title={texts().sidesHeading}>
      <Columns count={2} gap="normal">
        <Card title={texts().influencersHeading}>
          <CheckList points={[texts().influencers1, texts().influencers2, texts().influencers3]} />
        </Card>
        <Card title={texts().merchantsHeading}>
          <CheckList points={[texts().merchants1, texts().merchants2, texts().merchants3]} />
        </Card>
      </Columns>
    </Section>
  );
}
