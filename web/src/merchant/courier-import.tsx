import { createAsync, revalidate, useAction, useNavigate } from "@solidjs/router";
import Truck from "lucide-solid/icons/truck";
import { Show } from "solid-js";
import type { Connector } from "../../../schemas/connectors.ts";
import { connectors } from "../data/connectors.ts";
import { importParcels, tryParcels } from "../data/order-imports.ts";
import { Loaded } from "../shell/loaded.tsx";
import { intakeTexts } from "../text/intake/texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Narrow, Stack } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { OrderImportFile } from "./order-import-file.tsx";
import { parcelImportHref } from "./order-import-place.ts";

const texts = () => intakeTexts().import;

/** A courier's file, by the tables of the connector in the address. */
export function CourierImport(props: { connectorId: string | undefined }) {
  const own = createAsync(() => connectors());
  const couriers = () => own()?.filter(({ platform, state }) => platform === "courier" && state === "active") ?? [];
  const chosen = () => couriers().find(({ id }) => id === props.connectorId) ?? couriers()[0];
  return (
    <Loaded shapes={["line", "block"]} again={() => void revalidate(connectors.key)}>
      <Show when={own()}>
        <Show when={chosen()} fallback={<NoCourier />}>
          {(courier) => <CourierFile courier={courier()} couriers={couriers()} />}
        </Show>
      </Show>
    </Loaded>
  );
}

function CourierFile(props: { courier: Connector; couriers: readonly Connector[] }) {
  const goTo = useNavigate();
  const send = useAction(importParcels);
  return (
    <Stack>
      <Narrow>
        <SelectField
          name="courier"
          label={texts().courier}
          hint={texts().courierHint}
          value={props.courier.id}
          options={props.couriers.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(id) => goTo(parcelImportHref(id), { replace: true })}
        />
      </Narrow>
      <Show when={props.courier.id} keyed>
        {(id) => (
          <OrderImportFile
            text={texts().parcelsText}
            onTry={(file) => tryParcels(id, file)}
            onRun={(file) => send(id, file)}
          />
        )}
      </Show>
    </Stack>
  );
}

function NoCourier() {
  return (
    <EmptyState
      icon={<Truck />}
      title={texts().noCourier}
      text={texts().noCourierText}
      action={<Button href="/merchant/integrations/new?platform=courier">{texts().connect}</Button>}
    />
  );
}
