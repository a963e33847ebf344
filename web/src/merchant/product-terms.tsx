import { productFormTexts } from "../text/product-form/texts.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ProductFields } from "./product-fields.ts";

/** What rarely changes: how long money is held, how long a click counts. */
export function ProductTerms(props: { form: ProductFields }) {
  const texts = () => productFormTexts().terms;
  const isWrong = () => Boolean(props.form.errorOf("holdDays") ?? props.form.errorOf("attributionDays"));
  return (
    <Disclosure title={texts().title} note={texts().note} open={isWrong()}>
      <TextField
        {...props.form.text("holdDays")}
        label={texts().hold}
        hint={texts().holdHint}
        inputmode="numeric"
        autocomplete="off"
        optional
      />
      <TextField
        {...props.form.text("attributionDays")}
        label={texts().attribution}
        hint={texts().attributionHint}
        inputmode="numeric"
        autocomplete="off"
        required
      />
    </Disclosure>
  );
}
