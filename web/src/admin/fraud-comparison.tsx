import type { FraudCaseDetail } from "../../../schemas/fraud.ts";
import { numberText } from "../fraud/fraud-words.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Card } from "../ui/card.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Figure } from "../ui/figure.tsx";
import { Inset, Small } from "../ui/layout.tsx";

const texts = () => fraudTexts().page;

/** The numbers of today beside what is usual. */
export function FraudComparison(props: { comparison: FraudCaseDetail["comparison"] }) {
  const figure = (value: number | null) => <Figure>{value === null ? "—" : numberText(value)}</Figure>;
  return (
    <Card title={texts().comparison} text={texts().comparisonText} flush>
      <DataTable
        caption={texts().comparison}
        rows={props.comparison}
        empty={
          <Inset>
            <Small>{texts().noComparison}</Small>
          </Inset>
        }
        columns={[
          { head: texts().measure, lead: true, cell: ({ measure }) => fraudTexts().measures[measure] },
          { head: texts().here, number: true, cell: ({ here }) => figure(here) },
          { head: texts().usual, number: true, cell: ({ usual }) => figure(usual) },
        ]}
      />
    </Card>
  );
}
