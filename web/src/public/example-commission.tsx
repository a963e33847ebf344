import { createSignal } from "solid-js";
import { formatDay } from "../dates.ts";
import { locale } from "../locale.tsx";
import { formatMad, formatRate } from "../money.ts";
import { publicTexts } from "../text/public/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Facts } from "../ui/facts.tsx";
import { Figure } from "../ui/figure.tsx";
import { MoneyBar, type MoneyStage } from "../ui/money-bar.tsx";
import { Ticket } from "../ui/ticket.tsx";

const ORDER_MINOR = 45_000;
const RATE_BPS = 1500;
const COMMISSION_MINOR = (ORDER_MINOR * RATE_BPS) / 10_000;
const NOTHING: Readonly<Record<MoneyStage, number>> = { forecast: 0, pending: 0, available: 0, inTransit: 0, paid: 0 };
// An order of a Tuesday, collected three days later; the hold of cash on delivery is seven days.
const DAYS: Readonly<Record<MoneyStage, string>> = {
  forecast: "2026-11-03T12:00:00Z",
  pending: "2026-11-06T12:00:00Z",
  available: "2026-11-13T12:00:00Z",
  inTransit: "2026-11-16T12:00:00Z",
  paid: "2026-11-17T12:00:00Z",
};

/** One order and its commission, stage by stage: 15 % of a djellaba at 450 DH, paid at the door. */
export function ExampleCommission() {
  const texts = publicTexts;
  const [stage, setStage] = createSignal<MoneyStage>("available");
  const explanations = (): Readonly<Record<MoneyStage, string>> => ({
    forecast: texts().exampleForecast,
    pending: texts().examplePending,
    available: texts().exampleAvailable,
    inTransit: texts().exampleInTransit,
    paid: texts().examplePaid,
  });
  return (
    <Ticket
      title={texts().exampleHeading}
      lead={texts().exampleLead}
      stub={{ text: texts().returned, more: texts().returnedText, value: <Amount minor={0} loss /> }}
    >
      <Facts
        facts={[
          { name: texts().order, value: <Amount minor={ORDER_MINOR} size="large" /> },
          { name: texts().rate, value: <Figure>{formatRate(RATE_BPS, locale())}</Figure> },
          { name: texts().commission, value: <Figure>{formatMad(COMMISSION_MINOR, locale())}</Figure> },
        ]}
      />
      <MoneyBar
        journey
        amounts={{ ...NOTHING, [stage()]: COMMISSION_MINOR }}
        stage={stage()}
        onStage={setStage}
        explain={(of) => explanations()[of]}
        note={(of) => formatDay(DAYS[of], locale())}
      />
    </Ticket>
  );
}
