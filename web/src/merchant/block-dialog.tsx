import { useAction } from "@solidjs/router";
import { blockInfluencer as blockSchema, type InfluencerCard } from "../../../schemas/requests.ts";
import { blockInfluencer } from "../data/influencers.ts";
import { createForm } from "../form.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

interface BlockDialogProps {
  readonly influencer: InfluencerCard | undefined;
  readonly onClose: () => void;
}

/** Ends what there is with an influencer, and says so before. */
export function BlockDialog(props: BlockDialogProps) {
  const send = useAction(blockInfluencer);
  const texts = () => merchantTexts().influencers;
  const form = createForm({
    initial: { reason: "" },
    schema: blockSchema,
    send: async (data) => {
      if (props.influencer) await send(props.influencer.id, { ...data, blocked: true });
    },
    sent: () => close(),
  });
  const close = () => {
    form.reset({ reason: "" });
    props.onClose();
  };
  const name = () => props.influencer?.displayName ?? "";
  return (
    <Dialog
      open={props.influencer !== undefined}
      onOpenChange={close}
      title={fill(texts().blockTitle, { name: name() })}
      text={texts().blockDetail}
    >
      <Form onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ reason: texts().blockReason }} />
        <TextareaField {...form.text("reason")} label={texts().blockReason} rows={2} maxlength={500} optional />
        <DialogActions>
          <Button variant="secondary" onClick={close}>
            {formTexts().cancel}
          </Button>
          <Button type="submit" variant="danger" loading={form.isSending()}>
            {texts().block}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
