import type { Conversion } from "../../../schemas/conversions.ts";
import { cityText } from "../city-text.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { sourceText } from "./source-text.ts";

/** What is known of an order; only what is known. */
export function OrderDetails(props: { order: Conversion; side: "merchant" | "influencer" }) {
  const texts = () => orderTexts().page;
  const desk = () => orderTexts().desk;
  const facts = () => {
    const { names, city, courier, trackingNumber, occurredAt, payment, source } = props.order;
    const named = (name: string, text: string | null | undefined) => (text ? [{ name, value: <bdi>{text}</bdi> }] : []);
    return [
      { name: texts().orderedAt, value: <DateText at={occurredAt} time /> },
      { name: desk().payment, value: desk()[payment] },
      ...named(texts().product, names?.product),
      ...(props.side === "merchant" ? named(texts().influencer, names?.influencer) : []),
      ...named(texts().link, names?.link),
      ...named(texts().city, city && cityText(city)),
      ...named(texts().courier, courier),
      ...(trackingNumber ? [{ name: texts().trackingNumber, value: <Code>{trackingNumber}</Code> }] : []),
      { name: texts().source, value: sourceText(source) },
    ];
  };
  return (
    <Card title={texts().details}>
      <FactList facts={facts()} />
    </Card>
  );
}
