import { type JSX, Match, Show, Switch } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { stageOf } from "../../../schemas/orders.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Notice } from "../ui/notice.tsx";
import { nextActOf, type OrderAct } from "./order-acts.ts";

const texts = () => orderTexts().page;

/** What comes next and who must do it; or that nothing does, and that nothing was heard for too long. */
export function OrderNext(props: {
  order: Conversion;
  side: "merchant" | "influencer";
  /** What the reader can do about it. */
  action?: JSX.Element;
  /** What can be done when nobody tells the end. */
  overdueAction?: JSX.Element;
}) {
  const whatToDo = () => {
    const words: Partial<Record<OrderAct, string>> = {
      confirm: texts().doConfirm,
      ship: texts().doShip,
      deliver: texts().doDeliver,
      collect: texts().doCollect,
    };
    const act = nextActOf(props.order);
    return act && words[act];
  };
  const turn = () => (props.side === "merchant" ? texts().yourTurn : texts().theirTurn);
  return (
    <>
      <Show when={props.order.outcomeOverdue}>
        <Notice tone="attention" action={props.overdueAction}>
          {texts().overdue}
        </Notice>
      </Show>
      <Switch
        fallback={
          <Notice tone="info" action={props.action}>
            {texts().ended}
          </Notice>
        }
      >
        <Match when={stageOf(props.order) && whatToDo()}>
          {(what) => (
            <Notice tone="info" title={texts().nextStep} action={props.action}>
              {fill(turn(), { what: what() })}
            </Notice>
          )}
        </Match>
        <Match when={props.order.status === "refused" || props.order.status === "returned"}>
          <Notice tone="loss" action={props.action}>
            {texts().endedBack}
          </Notice>
        </Match>
      </Switch>
    </>
  );
}
