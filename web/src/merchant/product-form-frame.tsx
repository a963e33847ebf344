import type { JSX } from "solid-js";
import { LeaveGuard } from "../leave-guard.tsx";
import { productFormTexts } from "../text/product-form/texts.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import type { ProductFields } from "./product-fields.ts";
import { ProductMoney } from "./product-money.tsx";
import { ProductPlace } from "./product-place.tsx";
import { ProductTerms } from "./product-terms.tsx";
import { ProductWords } from "./product-words.tsx";

/** The parts of a product's form, in reading order; its end is what it is for. */
export function ProductFormFrame(props: { form: ProductFields; label: string; children: JSX.Element }) {
  return (
    <Form label={props.label} onSubmit={() => void props.form.submit()}>
      <FormProblem problem={props.form.problem()} labels={fieldNames()} />
      <ProductWords form={props.form} />
      <ProductMoney form={props.form} />
      <ProductPlace form={props.form} />
      <ProductTerms form={props.form} />
      {props.children}
      <LeaveGuard when={props.form.isDirty() && !props.form.isSending()} />
    </Form>
  );
}

function fieldNames(): Readonly<Record<string, string>> {
  const { what, money, place, terms } = productFormTexts();
  return {
    kind: what.kind,
    "title.fr": what.titleFr,
    "title.en": what.titleEn,
    "title.ar": what.titleAr,
    "description.fr": what.descriptionFr,
    "description.en": what.descriptionEn,
    "description.ar": what.descriptionAr,
    categoryId: what.category,
    priceMinor: money.price,
    commission: money.kind,
    "commission.rateBps": money.rateValue,
    "commission.amountMinor": money.flatValue,
    landingUrl: place.landing,
    cities: place.cities,
    reference: place.reference,
    holdDays: terms.hold,
    attributionDays: terms.attribution,
  };
}
