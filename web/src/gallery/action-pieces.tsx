import ArrowRight from "lucide-solid/icons/arrow-right";
import Plus from "lucide-solid/icons/plus";
import { For } from "solid-js";
import { appTexts } from "../text/app/texts.ts";
import { publicTexts } from "../text/public/texts.ts";
import { Button, type ButtonVariant } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { Closing } from "../ui/closing.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Row, Small, Stack, Strong, TextLink } from "../ui/layout.tsx";
import { Questions } from "../ui/questions.tsx";
import { StepList } from "../ui/step-list.tsx";

const VARIANTS: readonly ButtonVariant[] = ["primary", "secondary", "quiet", "danger"];

/** Buttons in every variant, size and state, and what leads somewhere. */
export function ActionPieces() {
  const texts = publicTexts;
  return (
    <Stack gap="loose">
      <Card title="Button">
        <Stack>
          <For each={VARIANTS}>
            {(variant) => (
              <Row>
                <Button variant={variant} size="small">
                  {texts().planStart}
                </Button>
                <Button variant={variant}>{texts().planStart}</Button>
                <Button variant={variant} size="large">
                  {texts().planStart}
                </Button>
                <Button variant={variant} loading>
                  {texts().planStart}
                </Button>
                <Button variant={variant} disabled>
                  {texts().planStart}
                </Button>
                <Button variant={variant} icon={<Plus />}>
                  {appTexts().connectShop}
                </Button>
                <Button variant={variant} href="/ui" iconEnd={<ArrowRight />}>
                  {texts().plansMore}
                </Button>
              </Row>
            )}
          </For>
          <Button wide>{texts().signUp}</Button>
          <Row>
            <IconButton label={appTexts().connectShop}>
              <Plus />
            </IconButton>
            <TextLink href="/ui">{texts().legal}</TextLink>
          </Row>
          <Strong>{texts().step1}</Strong>
          <Small>{texts().step1Text}</Small>
        </Stack>
      </Card>
      <Card title="CopyField">
        <CopyField label={appTexts().link} value="https://shareyoursales.ma/r/djellaba-sara?utm_source=instagram" />
      </Card>
      <Card title="CheckList, StepList, Questions">
        <Stack gap="loose">
          <CheckList points={[texts().influencers1, texts().influencers2]} />
          <CheckList small points={[texts().merchants1, texts().merchants2]} />
          <StepList
            steps={[
              { title: texts().step1, text: texts().step1Text },
              { title: texts().step2, text: texts().step2Text },
              { title: texts().step3, text: texts().step3Text },
            ]}
          />
          <Questions questions={[{ question: texts().question1, answer: texts().answer1 }]} />
        </Stack>
      </Card>
      <Closing
        title={texts().closingHeading}
        text={texts().closingText}
        actions={
          <>
            <Button variant="light">{texts().influencerStart}</Button>
            <Button variant="onNight">{texts().merchantStart}</Button>
          </>
        }
      />
    </Stack>
  );
}
