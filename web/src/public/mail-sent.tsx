import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { resendVerification as resendSchema } from "../../../schemas/auth.ts";
import { resendVerification } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { signInTexts } from "../text/sign-in/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row } from "../ui/layout.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { Notice } from "../ui/notice.tsx";

/** After signing up: the link is on its way. */
export function MailSent(props: { email: string; onWrongAddress: () => void }) {
  const [wasResent, setResent] = createSignal(false);
  const form = createForm({
    initial: { email: props.email },
    schema: resendSchema,
    send: useAction(resendVerification),
    sent: () => setResent(true),
  });
  const texts = () => signInTexts().signUp;
  return (
    <NarrowPage
      title={texts().sentTitle}
      lead={
        <>
          {texts().sentLead} <bdi dir="ltr">{props.email}</bdi>
        </>
      }
    >
      <Form onSubmit={() => void form.submit()}>
        <p>{texts().sentDetail}</p>
        <FormProblem problem={form.problem()} />
        <Show when={wasResent()}>
          <Notice tone="success" live>
            {texts().resent}
          </Notice>
        </Show>
        <Row>
          <Button type="submit" variant="secondary" loading={form.isSending()}>
            {texts().resend}
          </Button>
          <Button variant="quiet" onClick={() => props.onWrongAddress()}>
            {texts().wrongAddress}
          </Button>
        </Row>
      </Form>
    </NarrowPage>
  );
}
