import { useAction } from "@solidjs/router";
import { type AffiliationRequest, rejectRequest as rejectSchema } from "../../../schemas/requests.ts";
import { rejectRequest } from "../data/requests.ts";
import { createForm } from "../form.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

interface RejectDialogProps {
  readonly request: AffiliationRequest | undefined;
  readonly onClose: () => void;
}

/** Says no, and why. */
export function RejectDialog(props: RejectDialogProps) {
  const send = useAction(rejectRequest);
  const texts = () => merchantTexts().requests;
  const form = createForm({
    initial: { reason: "" },
    schema: rejectSchema,
    send: async (data) => {
      if (props.request) await send(props.request.id, data);
    },
    sent: () => close(),
  });
  const close = () => {
    form.reset({ reason: "" });
    props.onClose();
  };
  const name = () => props.request?.influencer?.displayName ?? "";
  return (
    <FormDialog
      open={props.request !== undefined}
      title={fill(texts().rejectTitle, { name: name() })}
      text={texts().rejectDetail}
      act={texts().reject}
      problem={form.problem()}
      labels={{ reason: texts().rejectReason }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <TextareaField {...form.text("reason")} label={texts().rejectReason} rows={3} maxlength={500} required />
    </FormDialog>
  );
}
