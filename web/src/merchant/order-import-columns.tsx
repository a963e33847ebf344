import { intakeTexts } from "../text/intake/texts.ts";
import { Card } from "../ui/card.tsx";
import { FactList } from "../ui/fact-list.tsx";

/** What each column of a file of orders holds. */
export function OrderImportColumns() {
  const texts = () => intakeTexts().columns;
  const names = () => texts().head.split(/[;,]/);
  const named = (...places: readonly number[]) => places.map((place) => names()[place]).join(" · ");
  const columns = () => [
    { name: named(0), value: texts().order },
    { name: named(1), value: texts().amount },
    { name: named(2), value: texts().payment },
    { name: named(3), value: texts().status },
    { name: named(4), value: texts().dates },
    { name: named(5, 6), value: texts().touches },
    { name: named(9, 10), value: texts().parcel },
    { name: named(11), value: texts().refunded },
  ];
  return (
    <Card title={texts().title} text={texts().text}>
      <FactList facts={columns()} />
    </Card>
  );
}
