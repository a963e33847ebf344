import { isExit, STATUS_OF } from "../orders/order-acts.ts";
import { listText } from "../text/list-text.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Code } from "../ui/code.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import type { Desk } from "./order-desk.ts";
import { orderName } from "./order-words.ts";

const NAMED_MAX = 12;

/** Asks before orders end without a sale: what that takes away, and that it can be taken back for a day. */
export function OrderEndDialog(props: { desk: Desk }) {
  const texts = () => orderTexts().acts;
  const asked = () => {
    const wanted = props.desk.asked();
    return wanted && isExit(STATUS_OF[wanted.act]) ? wanted : undefined;
  };
  const titles = () => ({
    cancel: texts().cancelTitle,
    refuse: texts().refuseTitle,
    return: texts().returnTitle,
    lose: texts().loseTitle,
  });
  const title = () => Object.entries(titles()).find(([act]) => act === asked()?.act)?.[1] ?? "";
  const names = () => asked()?.orders.slice(0, NAMED_MAX).map(orderName) ?? [];
  return (
    <ConfirmDialog
      open={asked() !== undefined}
      title={title()}
      text={texts().endText}
      act={texts()[asked()?.act ?? "cancel"]}
      keep={texts().keep}
      run={async () => {
        const wanted = asked();
        if (wanted) await props.desk.run(wanted, {});
      }}
      onClose={() => props.desk.forgetAsked()}
    >
      <Code>{listText(names())}</Code>
    </ConfirmDialog>
  );
}
