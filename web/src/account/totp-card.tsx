import { createSignal, Match, Show, Switch } from "solid-js";
import type { TotpSetup } from "../../../schemas/auth.ts";
import type { User } from "../../../schemas/users.ts";
import { setUpTotp } from "../data/auth.ts";
import { useSession } from "../session.tsx";
import { createTask } from "../task.ts";
import { accountTexts } from "../text/account/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { Tag } from "../ui/tag.tsx";
import { DisableTotp } from "./disable-totp.tsx";
import { EnableTotp } from "./enable-totp.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SavedNotice } from "./saved-notice.tsx";

/** Two-step sign-in: off, being set up, its recovery codes shown once, or on. */
export function TotpCard(props: { user: User }) {
  const session = useSession();
  const [setup, setSetup] = createSignal<TotpSetup>();
  const [codes, setCodes] = createSignal<readonly string[]>();
  const [changed, setChanged] = createSignal<"enabled" | "disabled">();
  const texts = () => accountTexts().security;
  const begin = (begun: TotpSetup) => {
    setChanged();
    setSetup(begun);
  };
  const showCodes = async (shown: readonly string[]) => {
    setCodes(shown);
    setSetup();
    await session.reload();
  };
  const finish = (change: "enabled" | "disabled") => {
    setCodes();
    setChanged(change);
    if (change === "disabled") void session.reload();
  };
  return (
    <Card
      title={texts().totpTitle}
      text={texts().totpLead}
      action={<Tag strong={props.user.totpEnabled}>{props.user.totpEnabled ? texts().on : texts().off}</Tag>}
    >
      <Stack>
        <Show when={props.user.role === "admin" && !props.user.totpEnabled}>
          <Notice tone="attention">{texts().totpObligatory}</Notice>
        </Show>
        <SavedNotice when={changed() === "enabled"} text={texts().enabled} />
        <SavedNotice when={changed() === "disabled"} text={texts().disabled} />
        <Switch fallback={<Begin onBegin={begin} />}>
          <Match when={codes()}>{(shown) => <RecoveryCodes codes={shown()} onKept={() => finish("enabled")} />}</Match>
          <Match when={setup()}>
            {(begun) => (
              <EnableTotp setup={begun()} onEnabled={(shown) => void showCodes(shown)} onCancel={() => setSetup()} />
            )}
          </Match>
          <Match when={props.user.totpEnabled && props.user.role !== "admin"}>
            <DisableTotp onDisabled={() => finish("disabled")} />
          </Match>
          <Match when={props.user.totpEnabled}>{null}</Match>
        </Switch>
      </Stack>
    </Card>
  );
}

function Begin(props: { onBegin: (setup: TotpSetup) => void }) {
  const begin = createTask(async () => props.onBegin(await setUpTotp()));
  return (
    <>
      <FormProblem problem={begin.problem()} />
      <div>
        <Button loading={begin.isRunning()} onClick={() => void begin.run()}>
          {accountTexts().security.setUp}
        </Button>
      </div>
    </>
  );
}
