import { createAsync } from "@solidjs/router";
import { createSignal, onCleanup, Show, Suspense } from "solid-js";
import { ordersLike } from "../data/claims.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { Small, Stack } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import { orderLine } from "./order-words.ts";

const QUIET_MS = 300;

interface OrderPickerProps {
  readonly label: string;
  readonly hint: string;
  /** Said when no order begins as typed. */
  readonly none: string;
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onInput: (value: string) => void;
  readonly onLeave: (value: string) => void;
}

/** The merchant's own order by its number: typed, with the orders that begin so and how each stands. */
export function OrderPicker(props: OrderPickerProps) {
  const [start, setStart] = createSignal(props.value.trim());
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const type = (value: string, waitMs: number) => {
    props.onInput(value);
    clearTimeout(timer);
    timer = setTimeout(() => setStart(value.trim()), waitMs);
  };
  return (
    <Stack gap="tight">
      <TextField
        name={props.name}
        value={props.value}
        error={props.error}
        label={props.label}
        hint={props.hint}
        autocomplete="off"
        maxlength={128}
        code
        onInput={(value) => type(value, QUIET_MS)}
        onLeave={(value) => props.onLeave(value)}
      />
      <Suspense>
        <Matches {...props} start={start()} onChoose={(value) => type(value, 0)} />
      </Suspense>
    </Stack>
  );
}

function Matches(props: OrderPickerProps & { start: string; onChoose: (value: string) => void }) {
  const found = createAsync(async () => (props.start === "" ? undefined : ordersLike(props.start)));
  return (
    <Show when={found()}>
      {(orders) => (
        <Show when={orders().length > 0} fallback={<Small>{props.none}</Small>}>
          <ChoiceCards
            legend={claimTexts().answer.matches}
            name={`${props.name}-match`}
            value={props.value.trim()}
            choices={orders().map((order) => ({
              value: order.orderId ?? order.id,
              title: order.orderId ?? order.id,
              text: orderLine(order),
            }))}
            onChange={(value) => props.onChoose(value)}
          />
        </Show>
      )}
    </Show>
  );
}
