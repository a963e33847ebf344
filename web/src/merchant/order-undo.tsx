import Undo2 from "lucide-solid/icons/undo-2";
import { Show } from "solid-js";
import type { Conversion } from "../../../schemas/conversions.ts";
import { useOrderEvent } from "../data/order-events.ts";
import type { OrderEvent } from "../orders/order-timeline.tsx";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

const UNDO_MS = 86_400_000;

/** Takes one event of the timeline back, within a day of its telling; the first report stays. */
export function OrderUndo(props: { order: Conversion; event: OrderEvent; title: string }) {
  const tellEvent = useOrderEvent();
  const texts = () => orderTexts().page;
  const task = createTask(() => tellEvent(props.order.id, { undoes: props.event.id }));
  const isOpen = () =>
    !props.event.undone &&
    props.event.source !== "order" &&
    (props.event.status !== null || props.event.refund !== null) &&
    Date.now() - Date.parse(props.event.receivedAt) <= UNDO_MS;
  return (
    <Show when={isOpen()}>
      <Button
        variant="quiet"
        size="small"
        icon={<Undo2 />}
        label={fill(texts().undoOf, { step: props.title })}
        loading={task.isRunning()}
        onClick={() => void task.run()}
      >
        {texts().undo}
      </Button>
      <FormProblem problem={task.problem()} />
    </Show>
  );
}
