import { useAction, useNavigate, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { resetPassword as resetSchema } from "../../../schemas/auth.ts";
import { resetPassword } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { keepTitle } from "../page-title.ts";
import { passwordHint } from "../password-hint.ts";
import { formTexts } from "../text/forms/texts.ts";
import { signInTexts } from "../text/sign-in/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, TextLink } from "../ui/layout.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { LoginNotice } from "./login-page.tsx";

/** Where the link of the reset mail leads: `?token=`. */
export function ResetPasswordPage() {
  keepTitle(() => `${signInTexts().reset.title}, ShareYourSales`);
  const navigate = useNavigate();
  const [params] = useSearchParams<{ token?: string }>();
  const token = params.token ?? "";
  const isToken = resetSchema.shape.token.safeParse(token).success;
  const notice: LoginNotice = "reset";
  const form = createForm({
    initial: { password: "" },
    schema: resetSchema,
    judged: ({ password }) => ({ token, password }),
    send: useAction(resetPassword),
    sent: () => navigate("/login", { replace: true, state: { notice } }),
  });
  const texts = () => signInTexts().reset;
  return (
    <NarrowPage
      title={texts().title}
      lead={isToken ? texts().lead : undefined}
      foot={<TextLink href="/forgot-password">{texts().askAgain}</TextLink>}
    >
      <Show when={isToken} fallback={<Notice tone="attention">{texts().noToken}</Notice>}>
        <Form onSubmit={() => void form.submit()}>
          <FormProblem problem={form.problem()} labels={{ password: formTexts().newPassword }} />
          <TextField
            {...form.text("password")}
            type="password"
            autocomplete="new-password"
            label={formTexts().newPassword}
            hint={passwordHint(form.values().password)}
            required
          />
          <Button type="submit" wide loading={form.isSending()}>
            {texts().submit}
          </Button>
        </Form>
      </Show>
    </NarrowPage>
  );
}
