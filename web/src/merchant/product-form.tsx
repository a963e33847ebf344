import { useAction } from "@solidjs/router";
import { createSignal } from "solid-js";
import {
  createProduct as createSchema,
  type Product,
  updateProduct as updateSchema,
} from "../../../schemas/products.ts";
import { SavedNotice } from "../account/saved-notice.tsx";
import { createProduct, updateProduct } from "../data/products.ts";
import { createForm } from "../form.ts";
import { locale } from "../locale.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Row } from "../ui/layout.tsx";
import { ProductFormFrame } from "./product-form-frame.tsx";
import { inputsOf, judgedProduct, NEW_PRODUCT } from "./product-inputs.ts";

/** The form of a product that is not there yet. */
export function NewProductForm(props: { onCreated: (product: Product) => void }) {
  const create = useAction(createProduct);
  const form = createForm({
    initial: NEW_PRODUCT,
    schema: createSchema,
    judged: (inputs) => ({ ...judgedProduct(inputs), state: inputs.isPaused ? "paused" : "active" }),
    send: (data) => create(data),
    sent: (product) => props.onCreated(product),
  });
  const texts = () => productFormTexts().page;
  return (
    <ProductFormFrame form={form} label={texts().newTitle}>
      <Checkbox {...form.check("isPaused")}>{texts().createPaused}</Checkbox>
      <Row>
        <Button type="submit" size="large" loading={form.isSending()}>
          {texts().create}
        </Button>
      </Row>
    </ProductFormFrame>
  );
}

/** The form of a product that is there; its state and its pictures are changed elsewhere. */
export function EditProductForm(props: { product: Product; title: string }) {
  const [wasSaved, setSaved] = createSignal(false);
  const change = useAction(updateProduct);
  const form = createForm({
    initial: inputsOf(props.product, locale()),
    schema: updateSchema,
    judged: judgedProduct,
    send: (data) => change(props.product.id, data),
    sent: (product) => {
      form.reset(inputsOf(product, locale()));
      setSaved(true);
    },
  });
  return (
    <ProductFormFrame form={form} label={props.title}>
      <SavedNotice when={wasSaved() && !form.isDirty()} />
      <Row>
        <Button type="submit" size="large" loading={form.isSending()}>
          {formTexts().save}
        </Button>
      </Row>
    </ProductFormFrame>
  );
}
