import type { JSX } from "solid-js";
import { createTask } from "../task.ts";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { FormProblem } from "./form-problem.tsx";

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What the act ends. */
  readonly text: string;
  /** What the button of the act says. */
  readonly act: string;
  /** What the other button says; "cancel" unless that is the act itself. */
  readonly keep?: string;
  readonly variant?: "danger" | "primary";
  /** The act; a refusal is shown and the dialog stays. */
  readonly run: () => Promise<unknown>;
  readonly onClose: () => void;
  /** More of what is concerned. */
  readonly children?: JSX.Element;
}

/** Asks before something ends, and does it: closed by cancelling or by success alone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const close = () => {
    task.forget();
    props.onClose();
  };
  const task = createTask(async () => {
    await props.run();
    close();
  });
  return (
    <Dialog
      open={props.open}
      onOpenChange={close}
      title={props.title}
      text={props.text}
      actions={
        <>
          <Button variant="secondary" onClick={close}>
            {props.keep ?? formTexts().cancel}
          </Button>
          <Button variant={props.variant ?? "danger"} loading={task.isRunning()} onClick={() => void task.run()}>
            {props.act}
          </Button>
        </>
      }
    >
      {props.children}
      <FormProblem problem={task.problem()} />
    </Dialog>
  );
}
