import type { FraudCaseDetail } from "../../../schemas/fraud.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Figure } from "../ui/figure.tsx";
import { Figures } from "../ui/figures.tsx";
import { Why } from "../ui/why.tsx";

const texts = () => fraudTexts().page;

/** What is at stake, and for whom. */
export function FraudStake(props: { fraudCase: FraudCaseDetail }) {
  const held = () => (
    <Figures main={<Amount minor={props.fraudCase.heldMinor} />} why={<Why of={texts().held}>{texts().heldWhy}</Why>} />
  );
  return (
    <Card title={texts().stake}>
      <FactList
        facts={[
          { name: texts().held, value: held() },
          {
            name: texts().commissions,
            value: <Figure>{formatCount(props.fraudCase.commissions, locale())}</Figure>,
          },
          {
            name: texts().merchant,
            value: props.fraudCase.merchant ? <bdi>{props.fraudCase.merchant.name}</bdi> : texts().noMerchant,
          },
          { name: fraudTexts().queue.age, value: <DateText at={props.fraudCase.openedAt} /> },
        ]}
      />
    </Card>
  );
}
