import { createAsync, revalidate } from "@solidjs/router";
import { createSignal, Show, Suspense } from "solid-js";
import { snippetState } from "../data/snippet.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { intakeTexts } from "../text/intake/texts.ts";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Small, Stack, TextLink } from "../ui/layout.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { CONSENT_CALL, ORDER_CALL, PLACEHOLDER_KEY, policyOf, snippetTag } from "./snippet-code.ts";
import { SnippetGuide } from "./snippet-guide.tsx";
import { SnippetKey } from "./snippet-key.tsx";

const texts = () => intakeTexts().snippet;
const DAYS = [15, 30, 60, 90];

/** The shop's script: the code with the merchant's own key, whether it is at work, and where it goes. */
export function SnippetPage() {
  const [key, setKey] = createSignal<string>();
  const [days, setDays] = createSignal(30);
  const [needsConsent, setConsent] = createSignal(false);
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const options = () => ({
    origin: location.origin,
    key: key() ?? PLACEHOLDER_KEY,
    days: days(),
    needsConsent: needsConsent(),
  });
  return (
    <>
      <PageHeader title={texts().title} lead={texts().lead} />
      <LastTouch />
      <MainAndSide side={<Notes />}>
        <Card title={texts().code} text={texts().codeText}>
          <Stack>
            <Suspense>
              <SnippetKey made={key()} onMade={setKey} />
            </Suspense>
            <SelectField
              name="days"
              label={texts().days}
              value={String(days())}
              options={DAYS.map((count) => ({
                value: String(count),
                text: fill(texts().daysOf, { count: formatCount(count, locale()) }),
              }))}
              onChange={(value) => setDays(Number(value))}
            />
            <Checkbox name="consent" checked={needsConsent()} onChange={setConsent}>
              {texts().consent}
            </Checkbox>
            <CodeBlock label={texts().copyThis} text={snippetTag(options())} />
            <Small>
              {texts().sites} <TextLink href="/merchant/sites">{texts().toSites}</TextLink>
            </Small>
          </Stack>
        </Card>
        <SnippetGuide />
        <Card title={texts().orderTitle} text={texts().orderText}>
          <Stack>
            <CodeBlock label={texts().orderCode} text={snippetTag(options(), "1001")} />
            <CodeBlock label={texts().orderScript} text={ORDER_CALL} />
          </Stack>
        </Card>
      </MainAndSide>
    </>
  );
}

function LastTouch() {
  const state = createAsync(() => snippetState());
  return (
    <Loaded shapes={["line"]} again={() => void revalidate(snippetState.key)}>
      <Show when={state()}>
        {(known) => (
          <Show when={known().lastTouchAt} fallback={<Notice tone="info">{texts().waiting}</Notice>}>
            {(at) => (
              <Notice tone="success">
                {texts().working} <DateText at={at()} time />
              </Notice>
            )}
          </Show>
        )}
      </Show>
    </Loaded>
  );
}

function Notes() {
  return (
    <>
      <Card title={texts().consentTitle} text={texts().consentText}>
        <CodeBlock label={texts().consentCode} text={CONSENT_CALL} />
      </Card>
      <Card title={texts().policyTitle} text={texts().policyText}>
        <CodeBlock label={texts().policyCode} text={policyOf(location.origin)} />
      </Card>
    </>
  );
}
