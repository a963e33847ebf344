import { useAction } from "@solidjs/router";
import { createSignal } from "solid-js";
import { updateProfile as profileSchema, type User } from "../../../schemas/users.ts";
import { updateProfile } from "../data/users.ts";
import { createForm } from "../form.ts";
import { chooseLocale, LANGUAGE_NAMES } from "../locale.tsx";
import { useSession } from "../session.tsx";
import { accountTexts } from "../text/account/texts.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { SavedNotice } from "./saved-notice.tsx";

const OPTIONS = Object.entries(LANGUAGE_NAMES).map(([value, text]) => ({ value, text }));

/** The account's language: of its pages on every device that chose none, and of its mails. */
export function LanguageCard(props: { user: User }) {
  const session = useSession();
  const [wasSaved, setSaved] = createSignal(false);
  const send = useAction(updateProfile);
  const form = createForm({
    initial: { locale: String(props.user.locale) },
    schema: profileSchema,
    send,
    sent: (user) => {
      session.signIn(user);
      chooseLocale(user.locale);
      setSaved(true);
    },
  });
  const texts = () => accountTexts().profile;
  return (
    <Card title={texts().languageTitle} text={texts().languageLead}>
      <Form onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ locale: texts().language }} />
        <SelectField {...form.text("locale")} label={texts().language} options={OPTIONS} autocomplete="language" />
        <SavedNotice when={wasSaved() && !form.isDirty()} />
        <div>
          <Button type="submit" loading={form.isSending()}>
            {formTexts().save}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
