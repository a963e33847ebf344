import { useAction, useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { type Connector, updateConnector as updateSchema } from "../../../schemas/connectors.ts";
import { removeConnector, updateConnector } from "../data/connectors.ts";
import { createForm } from "../form.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { FormDialog } from "../ui/form-dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { TextField } from "../ui/text-field.tsx";
import { INTEGRATIONS } from "./connector-place.ts";

const texts = () => integrationTexts().page;

/** Pause or resume, another secret, remove. */
export function ConnectorActs(props: { connector: Connector }) {
  const [asking, setAsking] = createSignal<"secret" | "remove">();
  const [change, remove] = [useAction(updateConnector), useAction(removeConnector)];
  const navigate = useNavigate();
  const moving = createTask((state: "active" | "paused") => change(props.connector.id, { state }));
  return (
    <>
      <Show
        when={props.connector.state === "active"}
        fallback={
          <Button size="small" loading={moving.isRunning()} onClick={() => void moving.run("active")}>
            {texts().resume}
          </Button>
        }
      >
        <Button variant="secondary" size="small" loading={moving.isRunning()} onClick={() => void moving.run("paused")}>
          {texts().pause}
        </Button>
      </Show>
      <Button variant="secondary" size="small" onClick={() => setAsking("secret")}>
        {texts().changeSecret}
      </Button>
      <Button variant="quiet" size="small" onClick={() => setAsking("remove")}>
        {texts().remove}
      </Button>
      <FormProblem problem={moving.problem()} />
      <Show when={asking() === "secret"}>
        <SecretDialog connector={props.connector} onClose={() => setAsking()} />
      </Show>
      <ConfirmDialog
        open={asking() === "remove"}
        title={fill(texts().removeTitle, { name: `\u2068${props.connector.name}\u2069` })}
        text={texts().removeText}
        act={texts().remove}
        run={async () => {
          await remove(props.connector.id);
          navigate(`${INTEGRATIONS}?removed`);
        }}
        onClose={() => setAsking()}
      />
    </>
  );
}

const secretSchema = updateSchema.pick({ secret: true }).required();

function SecretDialog(props: { connector: Connector; onClose: () => void }) {
  const change = useAction(updateConnector);
  const form = createForm({
    initial: { secret: "" },
    schema: secretSchema,
    judged: ({ secret }) => ({ secret: secret.trim() }),
    send: (data) => change(props.connector.id, data),
    sent: () => props.onClose(),
  });
  return (
    <FormDialog
      open
      title={texts().secretTitle}
      text={texts().secretText}
      act={texts().save}
      problem={form.problem()}
      labels={{ secret: texts().newSecret }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={props.onClose}
    >
      <TextField {...form.text("secret")} type="password" label={texts().newSecret} autocomplete="off" required />
    </FormDialog>
  );
}
