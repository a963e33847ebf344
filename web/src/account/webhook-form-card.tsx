import { LeaveGuard } from "../leave-guard.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row } from "../ui/layout.tsx";
import { WebhookFields, type WebhookForm } from "./webhook-fields.tsx";

interface WebhookFormCardProps {
  readonly title: string;
  readonly form: WebhookForm;
  /** What its button says. */
  readonly send: string;
  readonly onCancel: () => void;
}

/** The form of an endpoint, new or known. */
export function WebhookFormCard(props: WebhookFormCardProps) {
  const texts = () => webhookTexts().form;
  return (
    <Card title={props.title}>
      <Form label={props.title} onSubmit={() => void props.form.submit()}>
        <FormProblem
          problem={props.form.problem()}
          labels={{ url: texts().url, description: texts().description, events: texts().events }}
        />
        <WebhookFields form={props.form} />
        <Row>
          <Button type="submit" loading={props.form.isSending()}>
            {props.send}
          </Button>
          <Button variant="quiet" onClick={() => props.onCancel()}>
            {formTexts().cancel}
          </Button>
        </Row>
      </Form>
      <LeaveGuard when={props.form.isDirty()} />
    </Card>
  );
}
