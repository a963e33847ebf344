import { useAction } from "@solidjs/router";
import type { Host } from "../../../schemas/hosts.ts";
import { removeHost } from "../data/hosts.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";

interface RemoveSiteDialogProps {
  readonly site: Host | undefined;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

export function RemoveSiteDialog(props: RemoveSiteDialogProps) {
  const remove = useAction(removeHost);
  const texts = () => merchantTexts().sites;
  const close = () => {
    task.forget();
    props.onClose();
  };
  const task = createTask(async (id: string) => {
    await remove(id);
    props.onRemoved();
    close();
  });
  return (
    <Dialog
      open={props.site !== undefined}
      onOpenChange={close}
      title={fill(texts().removeTitle, { host: props.site?.host ?? "" })}
      text={texts().removeDetail}
      actions={
        <>
          <Button variant="secondary" onClick={close}>
            {formTexts().cancel}
          </Button>
          <Button
            variant="danger"
            loading={task.isRunning()}
            onClick={() => props.site && void task.run(props.site.id)}
          >
            {texts().remove}
          </Button>
        </>
      }
    >
      <FormProblem problem={task.problem()} />
    </Dialog>
  );
}
