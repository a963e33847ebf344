import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { forgotPassword as forgotSchema } from "../../../schemas/auth.ts";
import { forgotPassword } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { keepTitle } from "../page-title.ts";
import { formTexts } from "../text/forms/texts.ts";
import { signInTexts } from "../text/sign-in/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, TextLink } from "../ui/layout.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { TextField } from "../ui/text-field.tsx";

/** Asking for a link to choose another password. It never tells whether the address has an account. */
export function ForgotPasswordPage() {
  keepTitle(() => `${signInTexts().forgot.title}, ShareYourSales`);
  const [isSent, setSent] = createSignal(false);
  const form = createForm({
    initial: { email: "" },
    schema: forgotSchema,
    send: useAction(forgotPassword),
    sent: () => setSent(true),
  });
  const texts = () => signInTexts().forgot;
  return (
    <NarrowPage
      title={isSent() ? texts().sentTitle : texts().title}
      lead={isSent() ? undefined : texts().lead}
      foot={<TextLink href="/login">{texts().back}</TextLink>}
    >
      <Show
        when={isSent()}
        fallback={
          <Form onSubmit={() => void form.submit()}>
            <FormProblem problem={form.problem()} labels={{ email: formTexts().email }} />
            <TextField
              {...form.text("email")}
              type="email"
              inputmode="email"
              autocomplete="username"
              label={formTexts().email}
              required
            />
            <Button type="submit" wide loading={form.isSending()}>
              {texts().submit}
            </Button>
          </Form>
        }
      >
        <Notice tone="success" live>
          {texts().sent}
        </Notice>
        <Button variant="secondary" wide onClick={() => setSent(false)}>
          {texts().again}
        </Button>
      </Show>
    </NarrowPage>
  );
}
