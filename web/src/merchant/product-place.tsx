import { createAsync } from "@solidjs/router";
import { Suspense } from "solid-js";
import { CITIES } from "../../../schemas/cities.ts";
import { hosts } from "../data/hosts.ts";
import { locale } from "../locale.tsx";
import { fill } from "../text/fill.ts";
import { listText } from "../text/list-text.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Stack } from "../ui/layout.tsx";
import { PickMany } from "../ui/pick-many.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ProductFields } from "./product-fields.ts";

/** The page it is sold on, where it is delivered, whether there is any. */
export function ProductPlace(props: { form: ProductFields }) {
  const texts = () => productFormTexts().place;
  const cities = () =>
    CITIES.map(({ key, en, ar }) => ({
      value: key,
      text: { fr: key, en, ar }[locale()],
      words: `${key} ${en} ${ar}`,
    }));
  return (
    <Card title={texts().title}>
      <Stack gap="loose">
        <Suspense>
          <LandingField form={props.form} />
        </Suspense>
        <PickMany
          name="cities"
          legend={texts().cities}
          search={texts().searchCity}
          none={texts().allCities}
          options={cities()}
          chosen={props.form.values().cities}
          error={props.form.errorOf("cities")}
          onChange={(chosen) => props.form.set("cities", chosen)}
        />
        <Checkbox {...props.form.check("inStock")}>{texts().stock}</Checkbox>
        <TextField
          {...props.form.text("reference")}
          label={texts().reference}
          hint={texts().referenceHint}
          autocomplete="off"
          maxlength={64}
          code
          optional
        />
      </Stack>
    </Card>
  );
}

function LandingField(props: { form: ProductFields }) {
  const sites = createAsync(() => hosts());
  const verified = () => sites()?.filter(({ state }) => state === "verified") ?? [];
  const texts = () => productFormTexts().place;
  return (
    <TextField
      {...props.form.text("landingUrl")}
      label={texts().landing}
      hint={fill(texts().landingHint, { hosts: listText(verified().map(({ host }) => `\u2066${host}\u2069`)) })}
      type="url"
      inputmode="url"
      autocomplete="off"
      placeholder={`https://${verified()[0]?.host ?? "boutique.ma"}/…`}
      required
    />
  );
}
