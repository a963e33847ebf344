import Megaphone from "lucide-solid/icons/megaphone";
import Search from "lucide-solid/icons/search";
import Store from "lucide-solid/icons/store";
import { createSignal } from "solid-js";
import { LOCALES } from "../../../schemas/locales.ts";
import { LANGUAGE_NAMES } from "../locale.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { publicTexts } from "../text/public/texts.ts";
import { uiTexts } from "../text/ui/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Columns, Form, Stack } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";

const LANGUAGES = LOCALES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }));

/** Fields empty, filled, explained, wrong and closed, and a form that was refused. */
export function FieldPieces() {
  const texts = publicTexts;
  const wrong = () => formTexts().correct;
  return (
    <Columns count={2} gap="loose">
      <Card title="TextField, SelectField">
        <Stack>
          <TextField name="ui-empty" label={formTexts().email} type="email" placeholder="nom@example.ma" />
          <TextField
            name="ui-hint"
            label={texts().commission}
            hint={texts().planProductsUnlimited}
            suffix="DH"
            optional
          />
          <TextField name="ui-search" label={texts().order} type="search" prefix={<Search />} />
          <TextField name="ui-password" label={formTexts().password} type="password" value="correct horse" />
          <TextField name="ui-wrong" label={formTexts().email} type="email" value="salma@" error={wrong()} />
          <TextField name="ui-closed" label={texts().rate} value="15 %" disabled />
          <SelectField name="ui-language" label={uiTexts().language} options={LANGUAGES} value="ar" />
          <SelectField name="ui-choose" label={uiTexts().language} options={LANGUAGES} empty error={wrong()} />
        </Stack>
      </Card>
      <Stack gap="loose">
        <Card title="FormProblem">
          <RefusedForm />
        </Card>
        <Card title="Checkbox, ChoiceCards">
          <Stack>
            <Checkbox name="ui-check">{texts().pricingEvery1}</Checkbox>
            <Checkbox name="ui-checked" checked>
              {texts().pricingEvery2}
            </Checkbox>
            <Checkbox name="ui-check-wrong" error={wrong()}>
              {texts().pricingEvery3}
            </Checkbox>
            <ChoiceCards
              legend={texts().signUp}
              name="ui-role"
              value="influencer"
              choices={[
                {
                  value: "influencer",
                  title: texts().influencerEntry,
                  text: texts().influencerEntryText,
                  icon: <Megaphone />,
                },
                { value: "merchant", title: texts().merchantEntry, text: texts().merchantEntryText, icon: <Store /> },
              ]}
            />
          </Stack>
        </Card>
      </Stack>
    </Columns>
  );
}

function RefusedForm() {
  const [isRefused, setIsRefused] = createSignal(false);
  const problem = () =>
    isRefused()
      ? {
          title: uiTexts().failedTitle,
          detail: uiTexts().failedText,
          errors: [{ path: "ui-refused", message: formTexts().correct }],
          requestId: "req-01JD3W8M5T",
        }
      : undefined;
  return (
    <Form onSubmit={() => setIsRefused(!isRefused())}>
      <FormProblem problem={problem()} labels={{ "ui-refused": formTexts().email }} />
      <TextField name="ui-refused" label={formTexts().email} type="email" inputmode="email" />
      <Button type="submit">{uiTexts().next}</Button>
    </Form>
  );
}
