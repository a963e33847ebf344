import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { formatDate } from "../dates.ts";
import { locale } from "../locale.tsx";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { Button } from "../ui/button.tsx";
import { DateField } from "../ui/date-field.tsx";
import { FilterLinks } from "../ui/filter-links.tsx";
import { Columns, Form, Row, Small, Stack } from "../ui/layout.tsx";
import { addressOf, type Choice, type Side } from "./choice.ts";
import { dayOf, isPeriod, isRunning, noonOf, PERIODS, type Period, type PeriodChoice } from "./period.ts";

const texts = () => analyticsTexts().period;

/** Which days the page speaks of, in its address; what they are compared with. */
export function PeriodPicker(props: { side: Side; choice: Choice; nowMs: number }) {
  const names = () => ({
    today: texts().today,
    "7": texts().days7,
    "30": texts().days30,
    "90": texts().days90,
    custom: texts().custom,
  });
  const period = () => props.choice.period;
  const daysOf = (value: PeriodChoice) =>
    value === "custom" ? { from: period().from, to: period().to } : { from: undefined, to: undefined };
  const links = () =>
    PERIODS.map((value) => ({
      href: addressOf(props.side, props.choice, {
        period: value === "30" ? undefined : value,
        ...daysOf(value),
        step: undefined,
      }),
      text: names()[value],
      current: period().choice === value,
    }));
  return (
    <Stack gap="tight">
      <FilterLinks label={texts().label} links={links()} />
      <Show when={period().choice === "custom"}>
        <CustomPeriod {...props} />
      </Show>
      <Small>
        {periodText(period())}
        {SEPARATOR[locale()]}
        {comparedText(period())}. {texts().calendar}
      </Small>
    </Stack>
  );
}

const SEPARATOR = { fr: ", ", en: ", ", ar: "، " } as const;

/** `Du 27 oct. 2026 au 25 nov. 2026`. */
export function periodText({ from, to }: Period): string {
  const [first, last] = [formatDate(noonOf(from), locale()), formatDate(noonOf(to), locale())];
  return from === to ? fill(texts().onDay, { day: first }) : fill(texts().between, { from: first, to: last });
}

function comparedText(period: Period): string {
  const { days } = period;
  return days === 1
    ? isRunning(period)
      ? texts().comparedWholeDay
      : texts().comparedDay
    : fill(texts().compared, { count: days });
}

function CustomPeriod(props: { side: Side; choice: Choice; nowMs: number }) {
  const navigate = useNavigate();
  const [from, setFrom] = createSignal(props.choice.period.from);
  const [to, setTo] = createSignal(props.choice.period.to);
  const [error, setError] = createSignal<string>();
  const show = () => {
    if (!isPeriod(from(), to(), dayOf(props.nowMs))) return setError(texts().wrong);
    setError();
    navigate(addressOf(props.side, props.choice, { period: "custom", from: from(), to: to(), step: undefined }));
  };
  return (
    <Form label={texts().custom} onSubmit={show}>
      <Columns count={3}>
        <DateField name="from" label={texts().from} value={from()} error={error()} onInput={setFrom} />
        <DateField name="to" label={texts().to} value={to()} onInput={setTo} />
      </Columns>
      <Row>
        <Button type="submit" size="small">
          {texts().show}
        </Button>
      </Row>
    </Form>
  );
}
