import { useAction, useSearchParams } from "@solidjs/router";
import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import { resendVerification as resendSchema } from "../../../schemas/auth.ts";
import { resendVerification, verifyEmail } from "../data/auth.ts";
import { faultOf } from "../fault.ts";
import { createForm } from "../form.ts";
import { homeOf, takeNext } from "../next-page.ts";
import { keepTitle } from "../page-title.ts";
import { asProblem, type ProblemError } from "../problem-error.ts";
import { useSession } from "../session.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { signInTexts } from "../text/sign-in/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";

type State = "working" | "done" | "failed" | "asked";

/** Where the link of the verification mail leads: `?token=`. Without one, or with a spent one, another can be had. */
export function VerifyEmailPage() {
  keepTitle(() => `${signInTexts().verify.title}, ShareYourSales`);
  const session = useSession();
  const [params, setParams] = useSearchParams<{ token?: string }>();
  const token = params.token;
  const verify = useAction(verifyEmail);
  const [state, setState] = createSignal<State>(token ? "working" : "failed");
  const [failure, setFailure] = createSignal<ProblemError>();
  onMount(async () => {
    if (!token) return;
    try {
      await verify({ token });
      setState("done");
      if (session.user()) await session.reload();
    } catch (thrown) {
      setFailure(asProblem(thrown));
      setState("failed");
    }
    // A spent token has no business in the history.
    if (failure()?.code !== "network.offline") setParams({ token: undefined }, { replace: true });
  });
  const texts = () => signInTexts().verify;
  const titles = () => ({
    working: texts().title,
    done: texts().doneTitle,
    failed: token ? texts().failedTitle : texts().resendTitle,
    asked: texts().resentTitle,
  });
  return (
    <NarrowPage title={titles()[state()]}>
      <Switch>
        <Match when={state() === "working"}>
          <p role="status">{texts().working}</p>
          <Skeleton shapes={["line", "short"]} />
        </Match>
        <Match when={state() === "done"}>
          <Notice tone="success" live>
            {texts().doneDetail}
          </Notice>
          <Onward />
        </Match>
        <Match when={state() === "failed"}>
          <Show when={token}>
            <Explained failure={failure()} />
          </Show>
          <AskAgain onAsked={() => setState("asked")} />
        </Match>
        <Match when={state() === "asked"}>
          <Notice tone="success" live>
            {texts().resent}
          </Notice>
        </Match>
      </Switch>
    </NarrowPage>
  );
}

function Onward() {
  const session = useSession();
  const next = takeNext();
  return (
    <Show
      when={session.user()}
      fallback={
        <Button wide href={next ? `/login?next=${encodeURIComponent(next)}` : "/login"}>
          {signInTexts().verify.logIn}
        </Button>
      }
    >
      {(user) => (
        <Button wide href={next ?? homeOf(user())}>
          {signInTexts().verify.toAccount}
        </Button>
      )}
    </Show>
  );
}

function Explained(props: { failure: ProblemError | undefined }) {
  return (
    <Switch fallback={<FormProblem problem={props.failure && faultOf(props.failure)} />}>
      <Match when={props.failure?.code === "token.invalid" || props.failure?.code === "request.invalid"}>
        <Notice tone="attention" live>
          {signInTexts().verify.failedDetail}
        </Notice>
      </Match>
    </Switch>
  );
}

function AskAgain(props: { onAsked: () => void }) {
  const form = createForm({
    initial: { email: "" },
    schema: resendSchema,
    send: useAction(resendVerification),
    sent: () => props.onAsked(),
  });
  return (
    <Form onSubmit={() => void form.submit()}>
      <FormProblem problem={form.problem()} labels={{ email: formTexts().email }} />
      <TextField
        {...form.text("email")}
        type="email"
        inputmode="email"
        autocomplete="email"
        label={formTexts().email}
        required
      />
      <Button type="submit" wide loading={form.isSending()}>
        {signInTexts().verify.resend}
      </Button>
    </Form>
  );
}
