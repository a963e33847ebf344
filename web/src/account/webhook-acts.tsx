import { useAction, useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Endpoint } from "../../../schemas/webhooks.ts";
import { removeEndpoint, testEndpoint, updateEndpoint } from "../data/webhooks.ts";
import { createTask } from "../task.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Row } from "../ui/layout.tsx";

interface WebhookActsProps {
  readonly endpoint: Endpoint;
  readonly onEdit: () => void;
  readonly onSecret: (secret: string) => void;
  readonly onTested: () => void;
}

/** Test, pause or resume, edit, a new secret, remove. */
export function WebhookActs(props: WebhookActsProps) {
  const [asking, setAsking] = createSignal<"rotate" | "remove">();
  const [send, change, remove] = [useAction(testEndpoint), useAction(updateEndpoint), useAction(removeEndpoint)];
  const navigate = useNavigate();
  const texts = () => webhookTexts().page;
  const id = () => props.endpoint.id;
  const testing = createTask(async () => {
    await send(id());
    props.onTested();
  });
  const moving = createTask((state: Endpoint["state"]) => change(id(), { state }));
  const rotate = async () => {
    const { secret } = await change(id(), { rotateSecret: true });
    if (secret !== null) props.onSecret(secret);
  };
  return (
    <>
      <Row>
        <Show
          when={props.endpoint.state === "active"}
          fallback={
            <Button size="small" loading={moving.isRunning()} onClick={() => void moving.run("active")}>
              {texts().resume}
            </Button>
          }
        >
          <Button size="small" loading={testing.isRunning()} onClick={() => void testing.run()}>
            {texts().test}
          </Button>
          <Button
            variant="secondary"
            size="small"
            loading={moving.isRunning()}
            onClick={() => void moving.run("paused")}
          >
            {texts().pause}
          </Button>
        </Show>
        <Button variant="secondary" size="small" onClick={() => props.onEdit()}>
          {texts().edit}
        </Button>
        <Button variant="secondary" size="small" onClick={() => setAsking("rotate")}>
          {texts().rotate}
        </Button>
        <Button variant="quiet" size="small" onClick={() => setAsking("remove")}>
          {texts().remove}
        </Button>
      </Row>
      <FormProblem problem={testing.problem() ?? moving.problem()} />
      <ConfirmDialog
        open={asking() === "rotate"}
        title={texts().rotateTitle}
        text={texts().rotateText}
        act={texts().rotate}
        variant="primary"
        run={rotate}
        onClose={() => setAsking()}
      />
      <ConfirmDialog
        open={asking() === "remove"}
        title={texts().removeTitle}
        text={texts().removeText}
        act={texts().remove}
        run={async () => {
          await remove(id());
          navigate("/settings/webhooks?removed");
        }}
        onClose={() => setAsking()}
      />
    </>
  );
}
