import { createAsync } from "@solidjs/router";
import { createEffect, createSignal, Show, Suspense } from "solid-js";
import { orderCounts } from "../data/orders.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Desk } from "./order-desk.ts";

const COURIER = "courierName";
// After the dialog has taken the focus for itself.
const FOCUS_MS = 60;

/** Asks who carries the parcel and under which number; both may stay empty. */
export function OrderShipDialog(props: { desk: Desk }) {
  const texts = () => orderTexts().acts;
  const [courier, setCourier] = createSignal("");
  const [number, setNumber] = createSignal("");
  const asked = () => (props.desk.asked()?.act === "ship" ? props.desk.asked() : undefined);
  const close = () => {
    setNumber("");
    props.desk.forgetAsked();
  };
  // The first thing asked, not the button that closes: `s`, a name, Enter.
  createEffect(() => {
    if (asked()) setTimeout(() => document.getElementById(COURIER)?.focus(), FOCUS_MS);
  });
  const ship = async () => {
    const wanted = asked();
    if (!wanted) return;
    const parcel = {
      ...(courier().trim() ? { courier: courier().trim() } : {}),
      ...(number().trim() && wanted.orders.length === 1 ? { trackingNumber: number().trim() } : {}),
    };
    if (await props.desk.run(wanted, parcel)) close();
  };
  return (
    <FormDialog
      open={asked() !== undefined}
      title={texts().shipTitle}
      text={texts().shipText}
      act={texts().shipAct}
      problem={props.desk.problem()}
      labels={{}}
      isSending={props.desk.isRunning()}
      onSubmit={() => void ship()}
      onClose={close}
    >
      <Suspense>
        <CourierField value={courier()} onInput={setCourier} />
      </Suspense>
      <Show when={asked()?.orders.length === 1}>
        <TextField
          name="trackingNumber"
          label={texts().trackingNumber}
          value={number()}
          maxlength={128}
          autocomplete="off"
          code
          optional
          onInput={setNumber}
        />
      </Show>
    </FormDialog>
  );
}

function CourierField(props: { value: string; onInput: (name: string) => void }) {
  const counts = createAsync(() => orderCounts());
  return (
    <TextField
      name={COURIER}
      label={orderTexts().acts.courier}
      value={props.value}
      maxlength={60}
      autocomplete="off"
      suggestions={counts()?.couriers ?? []}
      optional
      onInput={props.onInput}
    />
  );
}
