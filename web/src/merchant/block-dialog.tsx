import { useAction } from "@solidjs/router";
import { blockInfluencer as blockSchema, type InfluencerCard } from "../../../schemas/requests.ts";
import { blockInfluencer } from "../data/influencers.ts";
import { createForm } from "../form.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
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
    <FormDialog
      open={props.influencer !== undefined}
      title={fill(texts().blockTitle, { name: name() })}
      text={texts().blockDetail}
      act={texts().block}
      variant="danger"
      problem={form.problem()}
      labels={{ reason: texts().blockReason }}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={close}
    >
      <TextareaField {...form.text("reason")} label={texts().blockReason} rows={2} maxlength={500} optional />
    </FormDialog>
  );
}
