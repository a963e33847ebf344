import { useAction, useLocation, useNavigate, useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { login } from "../../../schemas/auth.ts";
import { logIn } from "../data/auth.ts";
import { createForm } from "../form.ts";
import { homeOf, ownPage } from "../next-page.ts";
import { keepTitle } from "../page-title.ts";
import { type Farewell, useSession } from "../session.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { signInTexts } from "../text/sign-in/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Small, TextLink } from "../ui/layout.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { TextField } from "../ui/text-field.tsx";

type Step = "password" | "app" | "recovery";
export type LoginNotice = Farewell | "reset";

/** Signing in: e-mail and password, then the code where two-step sign-in is on. Goes on to `?next=`, or home. */
export function LoginPage() {
  keepTitle(() => `${signInTexts().login.title}, ShareYourSales`);
  const session = useSession();
  const navigate = useNavigate();
  const [params] = useSearchParams<{ next?: string }>();
  const [step, setStep] = createSignal<Step>("password");
  const send = useAction(logIn);
  const form = createForm({
    initial: { email: "", password: "", totp: "" },
    schema: login,
    judged: ({ totp, ...inputs }) => (step() === "password" ? inputs : { ...inputs, totp }),
    send,
    sent: (user) => session.signIn(user),
    taken: ({ code }) => {
      const isNext = code === "totp.required" && step() === "password";
      if (isNext) setStep("app");
      return isNext;
    },
  });
  createEffect(() => {
    const user = session.user();
    if (user) navigate(ownPage(params.next) ?? homeOf(user), { replace: true });
  });
  const texts = () => signInTexts().login;
  const goBack = () => {
    form.set("totp", "");
    setStep("password");
  };
  return (
    <NarrowPage
      title={step() === "password" ? texts().title : texts().codeTitle}
      lead={step() === "password" ? texts().lead : step() === "app" ? texts().codeLead : texts().recoveryLead}
      foot={<NoAccount />}
    >
      <Show when={step() === "password"}>
        <ArrivalNotice hasNext={ownPage(params.next) !== undefined} />
      </Show>
      <Form onSubmit={() => void form.submit()}>
        <FormProblem
          problem={form.problem()}
          labels={{ email: formTexts().email, password: formTexts().password, totp: texts().code }}
        />
        <Show
          when={step() === "password"}
          fallback={<CodeStep step={step()} onStep={setStep} onBack={goBack} field={form.text("totp")} />}
        >
          <TextField
            {...form.text("email")}
            type="email"
            inputmode="email"
            autocomplete="username"
            label={formTexts().email}
            required
          />
          <TextField
            {...form.text("password")}
            type="password"
            autocomplete="current-password"
            label={formTexts().password}
            required
          />
        </Show>
        <Button type="submit" wide loading={form.isSending()}>
          {step() === "password" ? texts().submit : texts().confirm}
        </Button>
        <Show when={step() === "password"}>
          <Small>
            <TextLink href="/forgot-password">{texts().forgot}</TextLink>
          </Small>
        </Show>
      </Form>
    </NarrowPage>
  );
}

interface CodeStepProps {
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  readonly onBack: () => void;
  readonly field: { name: string; value: string; error: string | undefined; onInput: (typed: string) => void };
}

function CodeStep(props: CodeStepProps) {
  const texts = () => signInTexts().login;
  const isRecovery = () => props.step === "recovery";
  // The code is what the person is here for: no second tap into the field.
  createEffect(() => {
    isRecovery();
    document.getElementById(props.field.name)?.focus();
  });
  return (
    <>
      <TextField
        {...props.field}
        code
        label={isRecovery() ? texts().recoveryCode : texts().code}
        inputmode={isRecovery() ? "text" : "numeric"}
        autocomplete={isRecovery() ? "off" : "one-time-code"}
        maxlength={20}
        required
      />
      <div>
        <Button variant="quiet" size="small" onClick={() => props.onStep(isRecovery() ? "app" : "recovery")}>
          {isRecovery() ? texts().useApp : texts().useRecovery}
        </Button>
        <Button variant="quiet" size="small" onClick={() => props.onBack()}>
          {texts().back}
        </Button>
      </div>
    </>
  );
}

function ArrivalNotice(props: { hasNext: boolean }) {
  const place = useLocation<{ notice: LoginNotice }>();
  const texts = () => signInTexts().login;
  return (
    <Switch>
      <Match when={place.state?.notice === "reset"}>
        <Notice tone="success">{texts().wasReset}</Notice>
      </Match>
      <Match when={place.state?.notice === "deleted"}>
        <Notice tone="info">{texts().wasDeleted}</Notice>
      </Match>
      <Match when={props.hasNext}>
        <Notice tone="info">{texts().ended}</Notice>
      </Match>
    </Switch>
  );
}

function NoAccount() {
  return (
    <>
      {signInTexts().login.noAccount} <TextLink href="/sign-up">{signInTexts().login.signUp}</TextLink>
    </>
  );
}
