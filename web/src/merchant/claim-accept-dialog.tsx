import { useAction } from "@solidjs/router";
import { answerClaim as answerSchema } from "../../../schemas/claims.ts";
import { OrderPicker } from "../claims/order-picker.tsx";
import { answerClaim } from "../data/claims.ts";
import { createForm } from "../form.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

const texts = () => claimTexts().answer;
const NOTHING = { orderId: "", message: "" };

/** The merchant agrees to a missing sale by naming the order it is. */
export function ClaimAcceptDialog(props: { claimId: string; open: boolean; onClose: () => void }) {
  const send = useAction(answerClaim);
  const form = createForm({
    initial: NOTHING,
    schema: answerSchema,
    judged: ({ orderId, message }) => ({ answer: "accept", orderId: orderId.trim() || undefined, message }),
    send: (data) => send(props.claimId, data),
    sent: () => close(),
  });
  const close = () => {
    form.reset(NOTHING);
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={texts().acceptMissingTitle}
      text={texts().acceptMissingText}
      act={texts().accept}
      problem={form.problem()}
      labels={{ orderId: texts().order, message: texts().messageOptional }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <OrderPicker {...form.text("orderId")} label={texts().order} hint={texts().orderHint} none={texts().none} />
      <TextareaField {...form.text("message")} label={texts().messageOptional} rows={2} maxlength={2000} optional />
    </FormDialog>
  );
}
