import { useAction } from "@solidjs/router";
import { answerClaim as answerSchema } from "../../../schemas/claims.ts";
import { answerClaim } from "../data/claims.ts";
import { createForm } from "../form.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

interface AnswerDialogProps {
  readonly claimId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says no, and why; the claim then goes to the team. */
export function ContestDialog(props: AnswerDialogProps) {
  const send = useAction(answerClaim);
  const texts = () => claimTexts().answer;
  const form = createForm({
    initial: { message: "" },
    schema: answerSchema,
    judged: ({ message }) => ({ answer: "contest", message }),
    send: (data) => send(props.claimId, data),
    sent: () => close(),
  });
  const close = () => {
    form.reset();
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={texts().contestTitle}
      text={texts().contestText}
      act={texts().contest}
      problem={form.problem()}
      labels={{ message: texts().message }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <TextareaField {...form.text("message")} label={texts().message} rows={4} maxlength={2000} required />
    </FormDialog>
  );
}
