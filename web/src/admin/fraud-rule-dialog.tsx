import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { type FraudRuleSetting, updateFraudRule as updateSchema } from "../../../schemas/fraud.ts";
import { updateFraudRule } from "../data/fraud.ts";
import { createForm } from "../form.ts";
import { fraudTexts } from "../text/fraud/texts.ts";
import { typedCount } from "../typed-number.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { FormDialog } from "../ui/form-dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";
import { hasThreshold } from "./has-threshold.ts";

/** Changes a rule's numbers, with a reason. */
export function FraudRuleDialog(props: { rule: FraudRuleSetting; onClose: () => void }) {
  const send = useAction(updateFraudRule);
  const texts = () => fraudTexts().settings;
  const { rule, enabled, score, threshold, minimum, windowHours } = props.rule;
  const isMeasured = windowHours > 0;
  const form = createForm({
    initial: {
      enabled,
      score: String(score),
      threshold: String(threshold),
      minimum: String(minimum),
      windowHours: String(windowHours),
      reason: "",
    },
    schema: updateSchema,
    judged: (inputs) => ({
      enabled: inputs.enabled,
      score: typedCount(inputs.score),
      threshold: typedCount(inputs.threshold),
      minimum: typedCount(inputs.minimum),
      windowHours: typedCount(inputs.windowHours),
      reason: inputs.reason,
    }),
    send: (data) => send(rule, data),
    sent: () => props.onClose(),
  });
  const labels = () => ({
    enabled: texts().enabled,
    score: texts().score,
    threshold: fraudTexts().thresholds[rule],
    minimum: texts().minimum,
    windowHours: texts().windowHours,
    reason: texts().reason,
  });
  return (
    <FormDialog
      open
      title={fraudTexts().rules[rule]}
      text={texts().changeText}
      act={texts().save}
      problem={form.problem()}
      labels={labels()}
      isSending={form.isSending()}
      onSubmit={() => void form.submit()}
      onClose={props.onClose}
    >
      <Checkbox {...form.check("enabled")}>{texts().enabled}</Checkbox>
      <TextField {...form.text("score")} label={labels().score} hint={texts().scoreHint} inputmode="numeric" />
      <Show when={hasThreshold(rule)}>
        <TextField {...form.text("threshold")} label={labels().threshold} inputmode="numeric" />
      </Show>
      <Show when={isMeasured}>
        <TextField {...form.text("minimum")} label={labels().minimum} hint={texts().minimumHint} inputmode="numeric" />
        <TextField {...form.text("windowHours")} label={labels().windowHours} inputmode="numeric" />
      </Show>
      <TextareaField {...form.text("reason")} label={labels().reason} rows={2} maxlength={500} required />
    </FormDialog>
  );
}
