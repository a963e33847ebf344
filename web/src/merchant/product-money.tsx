import { createAsync } from "@solidjs/router";
import { ErrorBoundary, Show, Suspense } from "solid-js";
import { commission as commissionSchema } from "../../../schemas/products.ts";
import { ownProducts } from "../data/products.ts";
import { locale } from "../locale.tsx";
import { formatRate, MARKS } from "../money.ts";
import { fill } from "../text/fill.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { typedMinor } from "../typed-number.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Small, Stack } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ProductFields } from "./product-fields.ts";
import { commissionOf } from "./product-inputs.ts";
import { splitSale } from "./split-sale.ts";

const texts = () => productFormTexts().money;

/** Price and commission, and who gets what of a sale while they are typed. */
export function ProductMoney(props: { form: ProductFields }) {
  const isRate = () => props.form.values().commission === "rate";
  const unit = () => MARKS[locale()].unit;
  return (
    <Card title={texts().title}>
      <Stack gap="loose">
        <TextField
          {...props.form.text("priceMinor")}
          label={texts().price}
          inputmode="decimal"
          autocomplete="off"
          suffix={unit()}
          required
        />
        <ChoiceCards
          legend={texts().kind}
          name="commission"
          value={props.form.values().commission}
          error={props.form.errorOf("commission")}
          onChange={(kind) => props.form.set("commission", kind)}
          choices={[
            { value: "rate", title: texts().rate, text: texts().rateText },
            { value: "flat", title: texts().flat, text: texts().flatText },
          ]}
        />
        <Show
          when={isRate()}
          fallback={
            <TextField
              {...props.form.text("commission.amountMinor")}
              label={texts().flatValue}
              inputmode="decimal"
              autocomplete="off"
              suffix={unit()}
              required
            />
          }
        >
          <TextField
            {...props.form.text("commission.rateBps")}
            label={texts().rateValue}
            hint={texts().rateHint}
            inputmode="decimal"
            autocomplete="off"
            suffix="%"
            required
          />
        </Show>
        {/* Without the plan's fee the rest of the form is as good. */}
        <ErrorBoundary fallback={null}>
          <Suspense>
            <SaleSplit form={props.form} />
          </Suspense>
        </ErrorBoundary>
      </Stack>
    </Card>
  );
}

function SaleSplit(props: { form: ProductFields }) {
  const own = createAsync(() => ownProducts({}));
  const feeBps = () => own()?.plan.feeBps ?? 0;
  const split = () => {
    const values = props.form.values();
    const commission = commissionSchema.safeParse(commissionOf(values));
    return commission.success ? splitSale(typedMinor(values.priceMinor), commission.data, feeBps()) : undefined;
  };
  return (
    <Show when={own() && split()} fallback={<Small>{texts().waiting}</Small>}>
      {(known) => (
        <Stack gap="tight">
          <FactList
            facts={[
              { name: texts().perSale, value: <Amount minor={known().influencerMinor} size="large" /> },
              {
                name: fill(texts().fee, { rate: formatRate(feeBps(), locale()) }),
                value: <Amount minor={known().feeMinor} />,
              },
              {
                name: texts().left,
                value: <Amount minor={known().merchantMinor} loss={known().merchantMinor < 0} />,
              },
            ]}
          />
          <Small>{texts().why}</Small>
        </Stack>
      )}
    </Show>
  );
}
