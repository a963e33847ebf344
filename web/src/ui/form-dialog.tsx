import type { JSX } from "solid-js";
import { formTexts } from "../text/forms/texts.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";
import { type FormFault, FormProblem } from "./form-problem.tsx";
import { Form } from "./layout.tsx";

interface FormDialogProps {
  readonly problem: FormFault | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly open: boolean;
  readonly title: string;
  readonly text: JSX.Element;
  /** What the button that sends says. */
  readonly act: string;
  readonly variant?: "danger" | "primary";
  readonly isSending: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}

/** A short form in a dialog: what it asks, cancel and send. */
export function FormDialog(props: FormDialogProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onClose} title={props.title} text={props.text}>
      <Form onSubmit={props.onSubmit}>
        <FormProblem problem={props.problem} labels={props.labels} />
        {props.children}
        <DialogActions>
          <Button variant="secondary" onClick={props.onClose}>
            {formTexts().cancel}
          </Button>
          <Button type="submit" variant={props.variant ?? "primary"} loading={props.isSending}>
            {props.act}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
