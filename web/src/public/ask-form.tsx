import { useAction } from "@solidjs/router";
import { createRequest as createSchema } from "../../../schemas/requests.ts";
import { createRequest } from "../data/requests.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";

/** Asks a merchant to recommend their product. */
export function AskForm(props: { productId: string }) {
  const send = useAction(createRequest);
  const texts = () => marketTexts().product;
  const form = createForm({
    initial: { message: "" },
    schema: createSchema,
    judged: ({ message }) => ({ message, productId: props.productId }),
    send: (data) => send(data),
  });
  return (
    <Card title={texts().askTitle} text={texts().askLead}>
      <LeaveGuard when={form.isDirty()} />
      <Form label={texts().askTitle} onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ message: texts().message }} />
        <TextareaField
          {...form.text("message")}
          label={texts().message}
          hint={texts().messageHint}
          rows={4}
          maxlength={1000}
          optional
        />
        <Button type="submit" wide loading={form.isSending()}>
          {texts().ask}
        </Button>
      </Form>
    </Card>
  );
}
