import { createAsync, revalidate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { CASE_SCORE, type FraudRuleSetting } from "../../../schemas/fraud.ts";
import { fraudRules } from "../data/fraud.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { useSession } from "../session.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Figure } from "../ui/figure.tsx";
import { Details, Item, ItemList } from "../ui/item-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Tag } from "../ui/tag.tsx";
import { FraudRuleDialog } from "./fraud-rule-dialog.tsx";
import { hasThreshold } from "./has-threshold.ts";

const texts = () => fraudTexts().settings;

/** The rules: what each looks at and why, and the numbers it goes by. */
export function FraudRulesPage() {
  const session = useSession();
  const [changing, setChanging] = createSignal<FraudRuleSetting>();
  keepTitle(() => `${texts().title}, ShareYourSales`);
  const mayChange = () => session.user()?.scopes.some((scope) => scope === "compliance" || scope === "owner") ?? false;
  return (
    <>
      <PageHeader
        title={texts().title}
        lead={fill(texts().lead, { limit: CASE_SCORE })}
        actions={
          <Button variant="secondary" href="/admin/fraud">
            {texts().back}
          </Button>
        }
      />
      <Card flush>
        <Loaded flush shapes={["title", "line", "line"]} again={() => void revalidate(fraudRules.key)}>
          <Rules mayChange={mayChange()} onChange={setChanging} />
        </Loaded>
      </Card>
      <Show when={changing()} keyed>
        {(rule) => <FraudRuleDialog rule={rule} onClose={() => setChanging()} />}
      </Show>
    </>
  );
}

function Rules(props: { mayChange: boolean; onChange: (rule: FraudRuleSetting) => void }) {
  const rules = createAsync(() => fraudRules());
  return (
    <Show when={rules()}>
      {(known) => (
        <ItemList label={texts().title} items={known()}>
          {(rule) => <RuleItem rule={rule} onChange={props.mayChange ? () => props.onChange(rule) : undefined} />}
        </ItemList>
      )}
    </Show>
  );
}

function RuleItem(props: { rule: FraudRuleSetting; onChange: (() => void) | undefined }) {
  const name = () => fraudTexts().rules[props.rule.rule];
  return (
    <Item
      title={name()}
      badge={<Tag strong={props.rule.enabled}>{props.rule.enabled ? texts().on : texts().off}</Tag>}
      action={
        <Show when={props.onChange}>
          {(change) => (
            <Button size="small" variant="secondary" label={`${texts().change}: ${name()}`} onClick={() => change()()}>
              {texts().change}
            </Button>
          )}
        </Show>
      }
    >
      <span>{fraudTexts().reasons[props.rule.rule]}</span>
      <Details details={numbersOf(props.rule)} />
    </Item>
  );
}

function numbersOf({ rule, score, threshold, minimum, windowHours }: FraudRuleSetting) {
  const figure = (count: number) => <Figure>{formatCount(count, locale())}</Figure>;
  const isMeasured = windowHours > 0;
  const window =
    windowHours % 24 === 0 && windowHours > 24
      ? fill(texts().days, { count: windowHours / 24 })
      : fill(texts().hours, { count: windowHours });
  return [
    { name: texts().score, value: figure(score) },
    ...(hasThreshold(rule) ? [{ name: fraudTexts().thresholds[rule], value: figure(threshold) }] : []),
    ...(isMeasured ? [{ name: texts().minimum, value: figure(minimum) }] : []),
    { name: texts().window, value: isMeasured ? window : texts().oneByOne },
  ];
}
