import { useAction, useSearchParams } from "@solidjs/router";
import Megaphone from "lucide-solid/icons/megaphone";
import Store from "lucide-solid/icons/store";
import { createSignal, Show } from "solid-js";
import { register as registerSchema } from "../../../schemas/auth.ts";
import { register } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { locale } from "../locale.tsx";
import { keepNext } from "../next-page.ts";
import { keepTitle } from "../page-title.ts";
import { passwordHint } from "../password-hint.ts";
import { formTexts } from "../text/forms/texts.ts";
import { signInTexts } from "../text/sign-in/texts.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row, Small, TextLink } from "../ui/layout.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { TextField } from "../ui/text-field.tsx";
import { MailSent } from "./mail-sent.tsx";

/** Opening an account: which side, then the rest. `?role=` chooses the side. */
export function SignUpPage() {
  keepTitle(() => `${signInTexts().signUp.title}, ShareYourSales`);
  const [sentTo, setSentTo] = createSignal<string>();
  const form = createSignUpForm(setSentTo);
  return (
    <Show when={sentTo()} fallback={<SignUpForm form={form} />}>
      {(email) => <MailSent email={email()} onWrongAddress={() => setSentTo()} />}
    </Show>
  );
}

// Made outside of what is shown: who comes back with a mistyped address finds the rest as it was.
function createSignUpForm(onSent: (email: string) => void) {
  const [params] = useSearchParams<{ role?: string; next?: string }>();
  const send = useAction(register);
  return createForm({
    initial: { role: params.role ?? "", displayName: "", email: "", password: "", acceptTerms: false },
    schema: registerSchema,
    judged: (inputs) => ({ ...inputs, locale: locale() }),
    send,
    sent: (user) => {
      keepNext(params.next);
      onSent(user.email);
    },
  });
}

function SignUpForm(props: { form: ReturnType<typeof createSignUpForm> }) {
  const [, setParams] = useSearchParams<{ role?: string }>();
  const form = props.form;
  const texts = () => signInTexts().signUp;
  const isMerchant = () => form.values().role === "merchant";
  const choose = (role: string) => {
    form.set("role", role);
    setParams({ role }, { replace: true });
  };
  const nameLabel = () => (isMerchant() ? texts().nameOfMerchant : texts().nameOfInfluencer);
  return (
    <NarrowPage title={texts().title} foot={<HaveAccount />}>
      <Form onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ ...labels(), displayName: nameLabel() }} />
        <ChoiceCards
          legend={texts().choose}
          name="role"
          value={form.values().role}
          onChange={choose}
          choices={[
            { value: "influencer", title: texts().influencer, text: texts().influencerDetail, icon: <Megaphone /> },
            { value: "merchant", title: texts().merchant, text: texts().merchantDetail, icon: <Store /> },
          ]}
        />
        <Show when={isMerchant() || form.values().role === "influencer"}>
          <TextField
            {...form.text("displayName")}
            label={nameLabel()}
            hint={texts().nameHint}
            autocomplete={isMerchant() ? "organization" : "name"}
            required
          />
          <TextField
            {...form.text("email")}
            type="email"
            inputmode="email"
            autocomplete="email"
            label={formTexts().email}
            hint={texts().emailHint}
            required
          />
          <TextField
            {...form.text("password")}
            type="password"
            autocomplete="new-password"
            label={formTexts().password}
            hint={passwordHint(form.values().password)}
            required
          />
          <Terms {...form.check("acceptTerms")} />
          <Button type="submit" wide loading={form.isSending()}>
            {texts().submit}
          </Button>
        </Show>
      </Form>
      <LeaveGuard when={form.isDirty() && form.values().email !== ""} />
    </NarrowPage>
  );
}

const labels = () => ({ email: formTexts().email, password: formTexts().password });

function Terms(props: {
  name: string;
  checked: boolean;
  error: string | undefined;
  onChange: (checked: boolean) => void;
}) {
  const texts = () => signInTexts().signUp;
  return (
    <div>
      <Checkbox {...props}>{texts().terms}</Checkbox>
      <Row gap="normal">
        <Small>
          <TextLink href="/legal" newTab>
            {texts().readTerms}
          </TextLink>
        </Small>
        <Small>
          <TextLink href="/privacy" newTab>
            {texts().readPrivacy}
          </TextLink>
        </Small>
      </Row>
    </div>
  );
}

function HaveAccount() {
  return (
    <>
      {signInTexts().signUp.haveAccount} <TextLink href="/login">{signInTexts().signUp.logIn}</TextLink>
    </>
  );
}
