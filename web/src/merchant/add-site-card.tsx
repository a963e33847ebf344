import { useAction } from "@solidjs/router";
import { type AddHost, addHost as addHostSchema } from "../../../schemas/hosts.ts";
import { addHost } from "../data/hosts.ts";
import { createForm } from "../form.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";

export function AddSiteCard() {
  const send = useAction(addHost);
  const texts = () => merchantTexts().sites;
  const form = createForm({
    initial: { host: "" },
    schema: addHostSchema,
    send: (data: AddHost) => send(data),
    sent: () => form.reset({ host: "" }),
  });
  return (
    <Card title={texts().addTitle}>
      <Form label={texts().addTitle} onSubmit={() => void form.submit()}>
        <FormProblem problem={form.problem()} labels={{ host: texts().host }} />
        <TextField
          {...form.text("host")}
          label={texts().host}
          hint={texts().hostHint}
          inputmode="url"
          autocomplete="off"
          code
          required
        />
        <div>
          <Button type="submit" loading={form.isSending()}>
            {texts().add}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
