import { useAction } from "@solidjs/router";
import { createSignal } from "solid-js";
import { changePassword as changeSchema } from "../../../schemas/auth.ts";
import { changePassword } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { passwordHint } from "../password-hint.ts";
import { accountTexts } from "../text/account/texts.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SavedNotice } from "./saved-notice.tsx";

export function PasswordCard(props: { email: string }) {
  const [wasChanged, setChanged] = createSignal(false);
  const send = useAction(changePassword);
  const form = createForm({
    initial: { currentPassword: "", newPassword: "" },
    schema: changeSchema,
    send,
    sent: () => {
      form.reset();
      setChanged(true);
    },
  });
  const texts = () => accountTexts().security;
  return (
    <Card title={texts().passwordTitle} text={texts().passwordLead}>
      <Form onSubmit={() => void form.submit()}>
        <FormProblem
          problem={form.problem()}
          labels={{ currentPassword: texts().currentPassword, newPassword: formTexts().newPassword }}
        />
        {/* Password keepers want to know whose password it is. */}
        <input type="hidden" name="username" autocomplete="username" value={props.email} />
        <TextField
          {...form.text("currentPassword")}
          type="password"
          autocomplete="current-password"
          label={texts().currentPassword}
          required
        />
        <TextField
          {...form.text("newPassword")}
          type="password"
          autocomplete="new-password"
          label={formTexts().newPassword}
          hint={passwordHint(form.values().newPassword)}
          required
        />
        <SavedNotice when={wasChanged() && !form.isDirty()} text={texts().passwordChanged} />
        <div>
          <Button type="submit" loading={form.isSending()}>
            {texts().changePassword}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
