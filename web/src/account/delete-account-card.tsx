import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { deleteAccount as deleteSchema } from "../../../schemas/users.ts";
import { deleteAccount } from "../data/users.ts";
import { createForm } from "../form.ts";
import { useSession } from "../session.tsx";
import { accountTexts } from "../text/account/texts.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";

/** Deleting the account: a word typed, the password, and the code where two-step sign-in is on. */
export function DeleteAccountCard(props: { hasTotp: boolean }) {
  const [isOpen, setOpen] = createSignal(false);
  const texts = () => accountTexts().data;
  return (
    <Card title={texts().deleteTitle} text={texts().deleteLead}>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {texts().delete}
      </Button>
      <Dialog open={isOpen()} onOpenChange={setOpen} title={texts().confirmTitle} text={texts().deleteLead}>
        <DeleteForm hasTotp={props.hasTotp} onCancel={() => setOpen(false)} />
      </Dialog>
    </Card>
  );
}

function DeleteForm(props: { hasTotp: boolean; onCancel: () => void }) {
  const session = useSession();
  const send = useAction(deleteAccount);
  const [isWordWrong, setWordWrong] = createSignal(false);
  const form = createForm({
    initial: { word: "", password: "", totp: "" },
    schema: deleteSchema,
    judged: ({ password, totp }) => ({ password, ...(props.hasTotp ? { totp } : {}) }),
    send,
    sent: () => session.leave("deleted"),
  });
  const texts = () => accountTexts().data;
  const word = () => texts().confirmWord;
  const isTyped = () => form.values().word.trim().toLowerCase() === word();
  const submit = () => {
    setWordWrong(!isTyped());
    if (isTyped()) void form.submit();
    else document.getElementById("word")?.focus();
  };
  return (
    <Form label={texts().confirmTitle} onSubmit={submit}>
      <FormProblem problem={form.problem()} labels={{ password: formTexts().password, totp: texts().code }} />
      <TextField
        {...form.text("word")}
        label={fill(texts().typeWord, { word: word() })}
        error={isWordWrong() && !isTyped() ? fill(texts().wordDiffers, { word: word() }) : undefined}
        autocomplete="off"
        required
      />
      <TextField
        {...form.text("password")}
        type="password"
        autocomplete="current-password"
        label={formTexts().password}
        required
      />
      <Show when={props.hasTotp}>
        <TextField
          {...form.text("totp")}
          code
          autocomplete="one-time-code"
          label={texts().code}
          maxlength={20}
          required
        />
      </Show>
      <Row>
        <Button variant="secondary" onClick={() => props.onCancel()}>
          {formTexts().cancel}
        </Button>
        <Button type="submit" variant="danger" loading={form.isSending()}>
          {texts().confirm}
        </Button>
      </Row>
    </Form>
  );
}
