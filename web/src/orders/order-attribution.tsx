import { For, Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { formatDateTime } from "../dates.ts";
import { locale } from "../locale.tsx";
import { formatMad, formatRate } from "../money.ts";
import { attributionTexts } from "../text/attribution/texts.ts";
import { fill } from "../text/fill.ts";
import { pluralOf } from "../text/plural.ts";
import { Card } from "../ui/card.tsx";
import { Small, Stack, Strong } from "../ui/layout.tsx";
import { Reason, Reasons } from "../ui/reasons.tsx";

const texts = () => attributionTexts().card;
const reasonText = (reason: Conversion["attribution"]["reason"]): string => attributionTexts().reasons[reason];
// Names come from people: isolated, so that they never turn the sentence around.
const isolated = (text: string | null | undefined) => `\u2068${text ?? "—"}\u2069`;

/** What was decided about an order, by which rule, at which rate, and what lost to it: the same for both sides. */
export function OrderAttribution(props: { order: Conversion; side: "merchant" | "influencer" }) {
  const attribution = () => props.order.attribution;
  const decision = () => {
    if (attribution().by === "none") return texts().toNobody;
    if (props.side === "influencer") return texts().toYou;
    return fill(texts().to, { influencer: isolated(props.order.names?.influencer) });
  };
  return (
    <Card title={texts().title}>
      <Stack>
        <Reasons>
          <Reason won={attribution().by !== "none"} title={decision()}>
            <p>{reasonText(attribution().reason)}</p>
            <Show when={attribution().by === "click"}>
              <p>{clickText(props.order)}</p>
            </Show>
            <Show when={attribution().by === "coupon"}>
              <p>{fill(texts().coupon, { link: isolated(props.order.names?.link) })}</p>
            </Show>
          </Reason>
        </Reasons>
        <Show when={attribution().rule}>{(rule) => <FrozenRule rule={rule()} side={props.side} />}</Show>
        <Lost lost={attribution().lost} />
        <Small>{texts().order}</Small>
      </Stack>
    </Card>
  );
}

function clickText({ attribution, names, occurredAt }: Conversion): string {
  const clickedAt = attribution.clickedAt ?? occurredAt;
  return fill(texts().clicked, {
    date: isolated(formatDateTime(clickedAt, locale())),
    age: isolated(ageText(Date.parse(occurredAt) - Date.parse(clickedAt))),
    link: isolated(names?.link),
  });
}

const MINUTE_MS = 60_000;

function ageText(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return attributionTexts().ages.moment;
  if (minutes < 120) return counted("minute", minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? counted("hour", hours) : counted("day", Math.floor(hours / 24));
}

function counted(unit: "minute" | "hour" | "day", count: number): string {
  const form = count === 1 ? "One" : count === 2 ? "Two" : pluralOf(count);
  return fill(attributionTexts().ages[`${unit}${form}`], { count });
}

function FrozenRule(props: { rule: NonNullable<Conversion["attribution"]["rule"]>; side: "merchant" | "influencer" }) {
  const fromRequest = () => (props.side === "influencer" ? texts().fromRequestToYou : texts().fromRequest);
  const value = () =>
    props.rule.type === "flat"
      ? fill(texts().flat, { amount: isolated(formatMad(props.rule.amountMinor ?? 0, locale())) })
      : fill(texts().rate, { rate: isolated(formatRate(props.rule.rateBps ?? 0, locale())) });
  const source = () =>
    ({ coupon: texts().fromCoupon, request: fromRequest(), product: texts().fromProduct })[props.rule.source];
  return (
    <Stack gap="tight">
      <Strong>{fill(texts().rule, { value: value() })}</Strong>
      <Small>
        {source()} {texts().frozen}
      </Small>
    </Stack>
  );
}

function Lost(props: { lost: Conversion["attribution"]["lost"] }) {
  return (
    <Stack gap="tight">
      <Strong>{texts().lost}</Strong>
      <Show when={props.lost.length > 0} fallback={<Small>{texts().noneLost}</Small>}>
        <Reasons>
          <For each={props.lost}>
            {(touch) => (
              <Reason won={false} title={touch.by === "click" ? texts().lostClick : texts().lostCoupon}>
                <p>{reasonText(touch.reason)}</p>
              </Reason>
            )}
          </For>
        </Reasons>
      </Show>
    </Stack>
  );
}
