import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { disableTotp as disableSchema } from "../../../schemas/auth.ts";
import { disableTotp } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { accountTexts } from "../text/account/texts.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row, Small } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";

/** Turning two-step sign-in off is proven with both steps. */
export function DisableTotp(props: { onDisabled: () => void }) {
  const [isOpen, setOpen] = createSignal(false);
  const send = useAction(disableTotp);
  const form = createForm({
    initial: { password: "", code: "" },
    schema: disableSchema,
    send,
    sent: () => props.onDisabled(),
  });
  const texts = () => accountTexts().security;
  const close = () => {
    form.reset();
    setOpen(false);
  };
  return (
    <Show
      when={isOpen()}
      fallback={
        <div>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {texts().disable}
          </Button>
        </div>
      }
    >
      <Form label={texts().disableTitle} onSubmit={() => void form.submit()}>
        <Small>{texts().disableLead}</Small>
        <FormProblem problem={form.problem()} labels={{ password: formTexts().password, code: texts().disableCode }} />
        <TextField
          {...form.text("password")}
          type="password"
          autocomplete="current-password"
          label={formTexts().password}
          required
        />
        <TextField
          {...form.text("code")}
          code
          autocomplete="one-time-code"
          label={texts().disableCode}
          maxlength={20}
          required
        />
        <Row>
          <Button type="submit" variant="danger" loading={form.isSending()}>
            {texts().disable}
          </Button>
          <Button variant="quiet" onClick={close}>
            {formTexts().cancel}
          </Button>
        </Row>
      </Form>
    </Show>
  );
}
