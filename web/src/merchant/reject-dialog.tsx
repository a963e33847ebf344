import { useAction } from "@solidjs/router";
import { type AffiliationRequest, rejectRequest as rejectSchema } from "../../../schemas/requests.ts";
import { rejectRequest } from "../data/requests.ts";
import { createForm } from "../form.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
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
    <Dialog
      open={props.request !== undefined}
      onOpenChange={close}
      title={fill(texts().rejectTitle, { name: name() })}
      text={texts().rejectDetail}
    >
      <Form onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ reason: texts().rejectReason }} />
        <TextareaField {...form.text("reason")} label={texts().rejectReason} rows={3} maxlength={500} required />
        <DialogActions>
          <Button variant="secondary" onClick={close}>
            {formTexts().cancel}
          </Button>
          <Button type="submit" loading={form.isSending()}>
            {texts().reject}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
