import { useAction } from "@solidjs/router";
import { type DecideFraud, decideFraud as decideSchema, type FraudCaseDetail } from "../../../schemas/fraud.ts";
import { decideFraud } from "../data/fraud.ts";
import { createForm } from "../form.ts";
import { fill } from "../text/fill.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

interface FraudDecideDialogProps {
  readonly fraudCase: FraudCaseDetail;
  readonly decision: DecideFraud["decision"] | undefined;
  readonly onClose: () => void;
}

/** Names what the decision does, and asks why. */
export function FraudDecideDialog(props: FraudDecideDialogProps) {
  const send = useAction(decideFraud);
  const texts = () => fraudTexts().decide;
  const form = createForm({
    initial: { reason: "" },
    schema: decideSchema,
    judged: ({ reason }) => ({ decision: props.decision, reason }),
    send: (data) => send(props.fraudCase.id, data),
    sent: () => close(),
  });
  const close = () => {
    form.reset({ reason: "" });
    props.onClose();
  };
  const isRejecting = () => props.decision === "rejected";
  return (
    <FormDialog
      open={props.decision !== undefined}
      title={isRejecting() ? texts().rejectTitle : texts().clearTitle}
      text={isRejecting() ? fill(texts().rejectText, { count: props.fraudCase.commissions }) : texts().clearText}
      act={isRejecting() ? texts().reject : texts().clear}
      variant={isRejecting() ? "danger" : "primary"}
      problem={form.problem()}
      labels={{ reason: texts().reason }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <TextareaField {...form.text("reason")} label={texts().reason} rows={3} maxlength={500} required />
    </FormDialog>
  );
}
