import { useAction } from "@solidjs/router";
import type { ApiKey } from "../../../schemas/api-keys.ts";
import { revokeApiKey } from "../data/users.ts";
import { createTask } from "../task.ts";
import { accountTexts } from "../text/account/texts.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

interface RevokeKeyDialogProps {
  readonly apiKey: ApiKey | undefined;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

export function RevokeKeyDialog(props: RevokeKeyDialogProps) {
  const revoke = useAction(revokeApiKey);
  const texts = () => accountTexts().keys;
  const close = () => {
    task.forget();
    props.onClose();
  };
  const task = createTask(async (id: string) => {
    await revoke(id);
    props.onRevoked();
    close();
  });
  return (
    <Dialog
      open={props.apiKey !== undefined}
      onOpenChange={close}
      title={fill(texts().revokeTitle, { name: props.apiKey?.name ?? "" })}
      text={texts().revokeDetail}
      actions={
        <>
          <Button variant="secondary" onClick={close}>
            {formTexts().cancel}
          </Button>
          <Button
            variant="danger"
            loading={task.isRunning()}
            onClick={() => props.apiKey && void task.run(props.apiKey.id)}
          >
            {texts().revoke}
          </Button>
        </>
      }
    >
      <FormProblem problem={task.problem()} />
    </Dialog>
  );
}
