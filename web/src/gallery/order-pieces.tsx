import MessageSquareText from "lucide-solid/icons/message-square-text";
import { createSignal } from "solid-js";
import { attributionTexts } from "../text/attribution/texts.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { statusTexts } from "../text/status/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { BulkBar } from "../ui/bulk-bar.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Stack } from "../ui/layout.tsx";
import { PhoneNumber } from "../ui/phone-number.tsx";
import { Reason, Reasons } from "../ui/reasons.tsx";
import { RowActs } from "../ui/row-acts.tsx";
import { StatusBadge, StatusIcon } from "../ui/status-badge.tsx";
import { Timeline, TimelineStep } from "../ui/timeline.tsx";
import { TwoLines } from "../ui/two-lines.tsx";

const ORDERS = [
  { id: "1001", status: "placed", amountMinor: 45_000 },
  { id: "1002", status: "shipped", amountMinor: 129_000 },
] as const;

/** What orders are shown with: rows that can be chosen, their timeline, and why they are attributed as they are. */
export function OrderPieces() {
  return (
    <Stack gap="loose">
      <Card title="DataTable (choice), TwoLines, RowActs, BulkBar" flush>
        <ChosenRows />
      </Card>
      <Card title="Timeline, TimelineStep, StatusIcon">
        <Steps />
      </Card>
      <Card title="Reasons, PhoneNumber">
        <Stack>
          <Reasons>
            <Reason won title={fill(attributionTexts().card.to, { influencer: "خديجة العلوي" })}>
              {attributionTexts().reasons.coupon_valid}
            </Reason>
            <Reason won={false} title={attributionTexts().card.lostClick}>
              {attributionTexts().reasons.weaker_touch}
            </Reason>
          </Reasons>
          <PhoneNumber>+212612345678</PhoneNumber>
        </Stack>
      </Card>
    </Stack>
  );
}

function ChosenRows() {
  const [chosen, setChosen] = createSignal<readonly string[]>(["1001"]);
  const texts = () => orderTexts();
  return (
    <>
      <DataTable
        caption={texts().desk.title}
        rows={ORDERS}
        keyOf={(row) => row.id}
        choice={{
          isChosen: ({ id }) => chosen().includes(id),
          choose: ({ id }, isChosen) => setChosen((all) => (isChosen ? [...all, id] : all.filter((one) => one !== id))),
          chooseAll: (isChosen) => setChosen(isChosen ? ORDERS.map(({ id }) => id) : []),
          nameOf: ({ id }) => fill(texts().acts.select, { order: id }),
          allName: texts().acts.selectAll,
        }}
        columns={[
          {
            head: texts().desk.order,
            lead: true,
            cell: (row) => <TwoLines main={<Code>{row.id}</Code>} note="Djellaba brodée main" />,
          },
          { head: texts().desk.status, cell: (row) => <StatusBadge status={row.status} /> },
          { head: texts().desk.amount, number: true, lead: true, cell: (row) => <Amount minor={row.amountMinor} /> },
          {
            head: texts().desk.next,
            number: true,
            cell: (row) => (
              <RowActs>
                <Button
                  size="small"
                  variant="secondary"
                  label={fill(texts().acts.of, { act: texts().acts.confirm, order: row.id })}
                >
                  {texts().acts.confirm}
                </Button>
              </RowActs>
            ),
          },
        ]}
      />
      <BulkBar
        label={texts().acts.bulk}
        count={fill(texts().acts.selected, { count: chosen().length })}
        clearLabel={texts().acts.unselect}
        onClear={() => setChosen([])}
      >
        <Button size="small">{texts().acts.confirm}</Button>
      </BulkBar>
    </>
  );
}

function Steps() {
  const texts = () => orderTexts().page;
  return (
    <Timeline label={texts().timeline}>
      <TimelineStep tone="done" icon={<StatusIcon status="placed" />} title={statusTexts().placed} at="25 nov. 2026" />
      <TimelineStep tone="quiet" icon={<MessageSquareText />} title={orderTexts().contact.noAnswerNote} />
      <TimelineStep tone="done" icon={<StatusIcon status="shipped" />} title={statusTexts().shipped} undone />
      <TimelineStep tone="loss" icon={<StatusIcon status="refused" />} title={statusTexts().refused} />
      <TimelineStep tone="good" icon={<StatusIcon status="collected" />} title={statusTexts().collected} />
      <TimelineStep
        tone="next"
        icon={<StatusIcon status="placed" />}
        title={statusTexts().delivered}
        at={texts().nextStep}
      />
      <TimelineStep
        tone="ahead"
        icon={<StatusIcon status="placed" />}
        title={statusTexts().collected}
        at={texts().later}
      />
    </Timeline>
  );
}
