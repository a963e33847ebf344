import { createAsync } from "@solidjs/router";
import { Suspense } from "solid-js";
import type { Category } from "../../../schemas/catalogue.ts";
import { categories } from "../data/products.ts";
import { locale } from "../locale.tsx";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Stack } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";
import type { ProductFields } from "./product-fields.ts";

/** What it is, in one language and up to two more. */
export function ProductWords(props: { form: ProductFields }) {
  const texts = () => productFormTexts().what;
  const isTyped = (language: "en" | "ar") => {
    const values = props.form.values();
    return values[`title.${language}`] !== "" || values[`description.${language}`] !== "";
  };
  // Open from the start where there is something, and for a fault inside.
  const wasTyped = { en: isTyped("en"), ar: isTyped("ar") };
  const isOpen = (language: "en" | "ar") =>
    wasTyped[language] ||
    [`title.${language}`, `description.${language}`].some((name) => props.form.errorOf(name) !== undefined);
  return (
    <Card title={texts().title}>
      <Stack gap="loose">
        <TextField {...props.form.text("title.fr")} label={texts().titleFr} lang="fr" maxlength={120} required />
        <TextareaField
          {...props.form.text("description.fr")}
          label={texts().descriptionFr}
          hint={texts().descriptionHint}
          lang="fr"
          maxlength={4000}
          optional
        />
        <Suspense>
          <CategoryField form={props.form} />
        </Suspense>
        <SelectField
          {...props.form.text("kind")}
          label={texts().kind}
          options={[
            { value: "product", text: texts().kindProduct },
            { value: "service", text: texts().kindService },
          ]}
        />
        <Stack gap="tight">
          <Disclosure title={texts().arabic} note={texts().languagesNote} open={isOpen("ar")}>
            <TextField {...props.form.text("title.ar")} label={texts().titleAr} lang="ar" maxlength={120} />
            <TextareaField
              {...props.form.text("description.ar")}
              label={texts().descriptionAr}
              lang="ar"
              maxlength={4000}
            />
          </Disclosure>
          <Disclosure title={texts().english} note={texts().languagesNote} open={isOpen("en")}>
            <TextField {...props.form.text("title.en")} label={texts().titleEn} lang="en" maxlength={120} />
            <TextareaField
              {...props.form.text("description.en")}
              label={texts().descriptionEn}
              lang="en"
              maxlength={4000}
            />
          </Disclosure>
        </Stack>
      </Stack>
    </Card>
  );
}

function CategoryField(props: { form: ProductFields }) {
  const tree = createAsync(() => categories());
  const options = () => optionsOf(tree() ?? []);
  return (
    <SelectField
      {...props.form.text("categoryId")}
      label={productFormTexts().what.category}
      options={options()}
      empty
    />
  );
}

// A category stands under its parent, named with it: `Maison › Tapis`.
function optionsOf(tree: readonly Category[]) {
  const nameOf = (category: Category) => category.name[locale()];
  return tree
    .filter(({ parentId }) => parentId === null)
    .flatMap((parent) => [
      { value: parent.id, text: nameOf(parent) },
      ...tree
        .filter(({ parentId }) => parentId === parent.id)
        .map((child) => ({ value: child.id, text: `${nameOf(parent)} › ${nameOf(child)}` })),
    ]);
}
