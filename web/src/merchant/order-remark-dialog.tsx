import * as z from "zod";
import type { Conversion } from "../../../schemas/conversions.ts";
import { useOrderEvent } from "../data/order-events.ts";
import { createForm } from "../form.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

const remark = z.object({ note: z.string().trim().min(1).max(300) });

/** A remark for the order's timeline, seen by the merchant alone. */
export function OrderRemarkDialog(props: { order: Conversion; open: boolean; onClose: () => void }) {
  const tellEvent = useOrderEvent();
  const texts = () => orderTexts().page;
  const form = createForm({
    initial: { note: "" },
    schema: remark,
    send: (data) => tellEvent(props.order.id, data),
    sent: () => close(),
  });
  const close = () => {
    form.reset({ note: "" });
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={texts().addRemark}
      text={texts().remarkText}
      act={texts().save}
      problem={form.problem()}
      labels={{ note: texts().remarkField }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <TextareaField {...form.text("note")} label={texts().remarkField} rows={3} maxlength={300} required />
    </FormDialog>
  );
}
