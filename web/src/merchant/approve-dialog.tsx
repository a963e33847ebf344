import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { type AffiliationRequest, approveRequest as approveSchema } from "../../../schemas/requests.ts";
import { approveRequest } from "../data/requests.ts";
import { createForm } from "../form.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { typedBps } from "../typed-number.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextField } from "../ui/text-field.tsx";

interface ApproveDialogProps {
  readonly request: AffiliationRequest | undefined;
  readonly onClose: () => void;
}

/** Accepts at the product's commission, or at a rate of this influencer's own. */
export function ApproveDialog(props: ApproveDialogProps) {
  const send = useAction(approveRequest);
  const texts = () => merchantTexts().requests;
  const form = createForm({
    initial: { rateBps: "" },
    schema: approveSchema,
    judged: ({ rateBps }) => ({ rateBps: typedBps(rateBps) ?? null }),
    send: async (data) => {
      if (props.request) await send(props.request.id, data);
    },
    sent: () => close(),
  });
  const close = () => {
    form.reset({ rateBps: "" });
    props.onClose();
  };
  const name = () => props.request?.influencer?.displayName ?? "";
  return (
    <FormDialog
      open={props.request !== undefined}
      title={fill(texts().approveTitle, { name: name() })}
      text={
        <Show when={props.request}>
          {(request) => fill(texts().approveDetail, { name: name(), product: textIn(request().product.title) })}
        </Show>
      }
      act={texts().approve}
      problem={form.problem()}
      labels={{ rateBps: texts().rate }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <TextField
        {...form.text("rateBps")}
        label={texts().rate}
        hint={texts().rateHint}
        inputmode="decimal"
        autocomplete="off"
        suffix="%"
        optional
      />
    </FormDialog>
  );
}
