import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { orderOfClaim } from "../data/claims.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Row } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { amountText } from "./order-words.ts";

const texts = () => claimTexts().page;

/** The order a claim is about as it stands now, with the commission that hangs on it. */
export function ClaimOrder(props: { conversionId: string }) {
  const order = createAsync(() => orderOfClaim(props.conversionId));
  return (
    <Show when={order()}>
      {(known) => (
        <Card title={texts().orderTitle}>
          <FactList
            facts={[
              ...(known().orderId ? [{ name: texts().order, value: <Code>{known().orderId}</Code> }] : []),
              { name: texts().orderedAt, value: <DateText at={known().occurredAt} /> },
              { name: claimTexts().list.amount, value: <bdi>{amountText(known().amountMinor, known().currency)}</bdi> },
              { name: texts().state, value: <StatusBadge status={known().status} /> },
              ...commissionFacts(known().commission),
            ]}
          />
        </Card>
      )}
    </Show>
  );
}

function commissionFacts(commission: Conversion["commission"]) {
  if (commission === null) return [];
  const value = (
    <Row>
      <Amount minor={commission.amountMinor - commission.reversedMinor} />
      <StatusBadge status={commission.state} />
    </Row>
  );
  return [{ name: texts().commission, value }];
}
