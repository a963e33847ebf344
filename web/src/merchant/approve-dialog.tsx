import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { type AffiliationRequest, approveRequest as approveSchema } from "../../../schemas/requests.ts";
import { approveRequest } from "../data/requests.ts";
import { createForm } from "../form.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { typedBps } from "../typed-number.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
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
    <Dialog
      open={props.request !== undefined}
      onOpenChange={close}
      title={fill(texts().approveTitle, { name: name() })}
      text={
        <Show when={props.request}>
          {(request) => fill(texts().approveDetail, { name: name(), product: textIn(request().product.title) })}
        </Show>
      }
    >
      <Form onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ rateBps: texts().rate }} />
        <TextField
          {...form.text("rateBps")}
          label={texts().rate}
          hint={texts().rateHint}
          inputmode="decimal"
          autocomplete="off"
          suffix="%"
          optional
        />
        <DialogActions>
          <Button variant="secondary" onClick={close}>
            {formTexts().cancel}
          </Button>
          <Button type="submit" loading={form.isSending()}>
            {texts().approve}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
