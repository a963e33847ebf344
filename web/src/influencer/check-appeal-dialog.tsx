import { useAction } from "@solidjs/router";
import { appealFraud as appealSchema, type FraudCase } from "../../../schemas/fraud.ts";
import { appealFraud } from "../data/fraud.ts";
import { createForm } from "../form.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

interface CheckAppealDialogProps {
  readonly fraudCase: FraudCase | undefined;
  readonly onClose: () => void;
}

/** Asks what happened, or for a second look at a rejection. */
export function CheckAppealDialog(props: CheckAppealDialogProps) {
  const send = useAction(appealFraud);
  const texts = () => fraudTexts().own;
  const form = createForm({
    initial: { message: "" },
    schema: appealSchema,
    send: async (data) => {
      if (props.fraudCase) await send(props.fraudCase.id, data);
    },
    sent: () => close(),
  });
  const close = () => {
    form.reset({ message: "" });
    props.onClose();
  };
  const isAppeal = () => props.fraudCase?.state === "rejected";
  return (
    <FormDialog
      open={props.fraudCase !== undefined}
      title={isAppeal() ? texts().appealTitle : texts().explainTitle}
      text={isAppeal() ? texts().appealText : texts().explainText}
      act={texts().send}
      problem={form.problem()}
      labels={{ message: texts().message }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <TextareaField {...form.text("message")} label={texts().message} rows={5} maxlength={2000} required />
    </FormDialog>
  );
}
