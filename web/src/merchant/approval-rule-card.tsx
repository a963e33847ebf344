import { createAsync, revalidate, useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { type ApprovalRule, approvalRule as ruleSchema } from "../../../schemas/requests.ts";
import { SavedNotice } from "../account/saved-notice.tsx";
import { approvalRule, keepApprovalRule } from "../data/influencers.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { typedCount } from "../typed-number.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";

const texts = () => merchantTexts().requests;

/** Which requests need no answer. */
export function ApprovalRuleCard() {
  const rule = createAsync(() => approvalRule());
  return (
    <Card title={texts().ruleTitle} text={texts().ruleLead}>
      <Loaded shapes={["line", "line", "short"]} again={() => void revalidate(approvalRule.key)}>
        <Show when={rule()}>{(known) => <RuleForm rule={known()} />}</Show>
      </Loaded>
    </Card>
  );
}

const inputsOf = (rule: ApprovalRule) => ({ ...rule, minFollowers: String(rule.minFollowers) });

function RuleForm(props: { rule: ApprovalRule }) {
  const [wasSaved, setSaved] = createSignal(false);
  const keep = useAction(keepApprovalRule);
  const form = createForm({
    initial: inputsOf(props.rule),
    schema: ruleSchema,
    judged: (inputs) => ({ ...inputs, minFollowers: typedCount(inputs.minFollowers) ?? 0 }),
    send: (data: ApprovalRule) => keep(data),
    sent: (rule) => {
      form.reset(inputsOf(rule));
      setSaved(true);
    },
  });
  return (
    <Form label={texts().ruleTitle} onSubmit={() => void form.submit()}>
      <FormProblem problem={form.problem()} labels={{ minFollowers: texts().ruleFollowers }} />
      <Checkbox {...form.check("enabled")}>{texts().ruleOn}</Checkbox>
      <Show when={form.values().enabled}>
        <Checkbox {...form.check("requireKyc")}>{texts().ruleKyc}</Checkbox>
        <TextField
          {...form.text("minFollowers")}
          label={texts().ruleFollowers}
          hint={texts().ruleFollowersHint}
          inputmode="numeric"
          autocomplete="off"
        />
      </Show>
      <SavedNotice when={wasSaved() && !form.isDirty()} />
      <div>
        <Button type="submit" variant="secondary" loading={form.isSending()}>
          {formTexts().save}
        </Button>
      </div>
      <LeaveGuard when={form.isDirty()} />
    </Form>
  );
}
