import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { type Claim, decideClaim as decideSchema } from "../../../schemas/claims.ts";
import { isolated } from "../claims/claim-words.ts";
import { decideClaim } from "../data/claims.ts";
import { formatDate } from "../dates.ts";
import { createForm } from "../form.ts";
import { locale } from "../locale.tsx";
import { useSession } from "../session.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { fill } from "../text/fill.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row, Small } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

const texts = () => claimTexts().decide;

/** The team's decision, for those of staff who may make it. */
export function ClaimDecision(props: { claim: Claim }) {
  const session = useSession();
  const mayDecide = () => session.user()?.scopes.some((scope) => scope === "compliance" || scope === "owner");
  return (
    <Card title={texts().title} text={texts().lead}>
      <Show when={mayDecide()} fallback={<Small>{texts().notYours}</Small>}>
        <DecisionForm claim={props.claim} />
      </Show>
    </Card>
  );
}

function DecisionForm(props: { claim: Claim }) {
  const send = useAction(decideClaim);
  const isMissing = () => props.claim.kind === "missing_sale";
  const form = createForm({
    initial: { decision: "", orderId: "", reason: "" },
    schema: decideSchema,
    judged: ({ decision, orderId, reason }) => ({
      decision: decision || undefined,
      orderId: orderId.trim() || undefined,
      reason,
    }),
    send: (data) => send(props.claim.id, data),
  });
  const needsOrder = () => isMissing() && form.values().decision === "accept";
  return (
    <Form label={texts().title} onSubmit={() => void form.submit()}>
      <Show when={props.claim.state === "open"}>
        <Notice tone="info">
          {fill(texts().early, { date: isolated(formatDate(props.claim.answerBy, locale())) })}
        </Notice>
      </Show>
      <FormProblem
        problem={form.problem()}
        labels={{ decision: texts().decision, orderId: texts().order, reason: texts().reason }}
      />
      <ChoiceCards
        {...form.text("decision")}
        legend={texts().decision}
        choices={[
          {
            value: "accept",
            title: texts().accept,
            text: isMissing() ? texts().acceptMissing : texts().acceptReturn,
          },
          {
            value: "reject",
            title: texts().reject,
            text: isMissing() ? texts().rejectMissing : texts().rejectReturn,
          },
        ]}
      />
      <Show when={needsOrder()}>
        <TextField
          {...form.text("orderId")}
          label={texts().order}
          hint={texts().orderHint}
          autocomplete="off"
          maxlength={128}
          code
        />
      </Show>
      <TextareaField {...form.text("reason")} label={texts().reason} rows={3} maxlength={500} required />
      <Row>
        <Button type="submit" loading={form.isSending()}>
          {texts().send}
        </Button>
      </Row>
    </Form>
  );
}
