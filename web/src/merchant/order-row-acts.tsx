import Ellipsis from "lucide-solid/icons/ellipsis";
import Phone from "lucide-solid/icons/phone";
import { Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { stageOf } from "../../../schemas/orders.ts";
import { actsOf, isExit, nextActOf, STATUS_OF } from "../orders/order-acts.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuAction } from "../ui/menu.tsx";
import { RowActs } from "../ui/row-acts.tsx";
import type { Desk } from "./order-desk.ts";
import { actOn, orderName } from "./order-words.ts";

interface OrderRowActsProps {
  readonly order: Conversion;
  readonly desk: Desk;
  readonly onContact: (order: Conversion) => void;
  /** Alone on its page: there is room for an act that is no usual step. */
  readonly onPage?: boolean;
}

/** The next step of one order in front, the customer's phone where it helps, the other acts behind a button. */
export function OrderRowActs(props: OrderRowActsProps) {
  const next = () => (props.onPage ? actsOf(props.order)[0] : nextActOf(props.order));
  const others = (): MenuAction[] =>
    actsOf(props.order)
      .filter((act) => act !== next())
      .map((act, index, all) => ({
        text: orderTexts().acts[act],
        danger: isExit(STATUS_OF[act]),
        apart: isExit(STATUS_OF[act]) && index > 0 && !isExit(STATUS_OF[all[index - 1] ?? act]),
        onSelect: () => props.desk.act(act, [props.order]),
      }));
  return (
    <RowActs>
      <Show when={props.order.hasContact && stageOf(props.order) === "to_confirm"}>
        <IconButton
          label={fill(orderTexts().acts.contact, { order: orderName(props.order) })}
          onClick={() => props.onContact(props.order)}
        >
          <Phone />
        </IconButton>
      </Show>
      <Show when={next()}>
        {(act) => (
          <Button
            size="small"
            variant="secondary"
            label={actOn(act(), props.order)}
            disabled={props.desk.isRunning()}
            onClick={() => props.desk.act(act(), [props.order])}
          >
            {orderTexts().acts[act()]}
          </Button>
        )}
      </Show>
      <Show when={others().length > 0}>
        <Menu
          label={fill(orderTexts().acts.more, { order: orderName(props.order) })}
          trigger={<Ellipsis />}
          actions={others()}
        />
      </Show>
    </RowActs>
  );
}
