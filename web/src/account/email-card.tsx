import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { resendVerification as resendSchema } from "../../../schemas/auth.ts";
import type { User } from "../../../schemas/users.ts";
import { resendVerification } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { accountTexts } from "../text/account/texts.ts";
import { signInTexts } from "../text/sign-in/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row } from "../ui/layout.tsx";
import { Tag } from "../ui/tag.tsx";
import { SavedNotice } from "./saved-notice.tsx";

/** The address of the account, and whether it is proven. */
export function EmailCard(props: { user: User }) {
  const [wasResent, setResent] = createSignal(false);
  const send = useAction(resendVerification);
  const form = createForm({
    initial: { email: props.user.email },
    schema: resendSchema,
    send,
    sent: () => setResent(true),
  });
  const texts = () => accountTexts().profile;
  return (
    <Card title={texts().email}>
      <Form label={texts().email} onSubmit={() => void form.submit()}>
        <Row between>
          <bdi dir="ltr">{props.user.email}</bdi>
          <Tag strong={!props.user.emailVerified}>
            {props.user.emailVerified ? texts().verified : texts().unverified}
          </Tag>
        </Row>
        <Show when={!props.user.emailVerified}>
          <FormProblem problem={form.problem()} />
          <SavedNotice when={wasResent()} text={signInTexts().signUp.resent} />
          <div>
            <Button type="submit" variant="secondary" loading={form.isSending()}>
              {signInTexts().signUp.resend}
            </Button>
          </div>
        </Show>
      </Form>
    </Card>
  );
}
