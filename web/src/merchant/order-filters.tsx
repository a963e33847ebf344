import { createAsync } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import { CITIES } from "../../../schemas/cities.ts";
import { ORDER_STATUSES, PAYMENTS } from "../../../schemas/conversions.ts";
import { cityText } from "../city-text.ts";
import { approvedRequests } from "../data/links.ts";
import { orderCounts } from "../data/orders.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { statusTexts } from "../text/status/texts.ts";
import { Button } from "../ui/button.tsx";
import { DateField } from "../ui/date-field.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Columns, Row } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { DESK_PLACE, type DeskParams, NARROWING } from "./order-params.ts";

const texts = () => orderTexts().desk;

interface OrderFiltersProps {
  readonly params: DeskParams;
  readonly onNarrow: (name: keyof DeskParams, value: string) => void;
}

/** Everything the list can be narrowed by, kept away until it is wanted. */
export function OrderFilters(props: OrderFiltersProps) {
  const count = () => NARROWING.filter((name) => props.params[name] !== undefined).length;
  return (
    <Disclosure
      title={texts().moreFilters}
      {...(count() > 0 ? { note: fill(texts().filtersOn, { count: formatCount(count(), locale()) }) } : {})}
    >
      <Columns count={4}>
        <Choice
          {...props}
          name="status"
          label={texts().status}
          options={ORDER_STATUSES.map((status) => ({ value: status, text: statusTexts()[status] }))}
        />
        <Choice
          {...props}
          name="payment"
          label={texts().payment}
          options={PAYMENTS.map((payment) => ({ value: payment, text: texts()[payment] }))}
        />
        <Choice
          {...props}
          name="city"
          label={texts().city}
          options={CITIES.map(({ key }) => ({ value: key, text: cityText(key) }))}
        />
        <Suspense>
          <PartnerFilters {...props} />
        </Suspense>
        <DateField
          name="from"
          label={texts().from}
          value={props.params.from ?? ""}
          onInput={(day) => props.onNarrow("from", day)}
        />
        <DateField
          name="to"
          label={texts().to}
          value={props.params.to ?? ""}
          onInput={(day) => props.onNarrow("to", day)}
        />
      </Columns>
      <Show when={count() > 0}>
        <Row>
          <Button variant="quiet" size="small" href={DESK_PLACE}>
            {texts().clear}
          </Button>
        </Row>
      </Show>
    </Disclosure>
  );
}

function PartnerFilters(props: OrderFiltersProps) {
  const counts = createAsync(() => orderCounts());
  const approved = createAsync(() => approvedRequests());
  const influencers = () =>
    new Map(approved()?.map(({ influencerId, influencer }) => [influencerId, influencer?.displayName ?? ""]));
  return (
    <>
      <Show when={counts()?.couriers.length}>
        <Choice
          {...props}
          name="courier"
          label={texts().courier}
          options={counts()?.couriers.map((name) => ({ value: name, text: name })) ?? []}
        />
      </Show>
      <Show when={influencers().size}>
        <Choice
          {...props}
          name="influencer"
          label={texts().influencer}
          options={[...influencers()].map(([value, text]) => ({ value, text }))}
        />
      </Show>
    </>
  );
}

function Choice(
  props: OrderFiltersProps & {
    name: "status" | "payment" | "city" | "courier" | "influencer";
    label: string;
    options: readonly { readonly value: string; readonly text: string }[];
  },
) {
  return (
    <SelectField
      name={props.name}
      label={props.label}
      value={props.params[props.name] ?? ""}
      options={[{ value: "", text: texts().any }, ...props.options]}
      onChange={(value) => props.onNarrow(props.name, value)}
    />
  );
}
