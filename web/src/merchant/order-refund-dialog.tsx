import * as z from "zod";
import type { Conversion } from "../../../schemas/conversions.ts";
import { amountMinor } from "../../../schemas/money.ts";
import { useOrderEvent } from "../data/order-events.ts";
import { createForm } from "../form.ts";
import { locale } from "../locale.tsx";
import { MARKS } from "../money.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { typedMinor } from "../typed-number.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextField } from "../ui/text-field.tsx";

const refund = z.object({ refundMinor: amountMinor });

/** What was given back to the customer of an order, in its currency. */
export function OrderRefundDialog(props: { order: Conversion; open: boolean; onClose: () => void }) {
  const tellEvent = useOrderEvent();
  const texts = () => orderTexts().page;
  const form = createForm({
    initial: { refundMinor: "" },
    schema: refund,
    judged: (inputs) => ({ refundMinor: typedMinor(inputs.refundMinor) }),
    send: (data) => tellEvent(props.order.id, data),
    sent: () => close(),
  });
  const close = () => {
    form.reset({ refundMinor: "" });
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={texts().addRefund}
      text={texts().refundText}
      act={texts().save}
      problem={form.problem()}
      labels={{ refundMinor: texts().refundField }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <TextField
        {...form.text("refundMinor")}
        label={texts().refundField}
        inputmode="decimal"
        autocomplete="off"
        suffix={props.order.currency === "MAD" ? MARKS[locale()].unit : props.order.currency}
        required
      />
    </FormDialog>
  );
}
