import { useAction, useNavigate, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { createClaim as createSchema } from "../../../schemas/claims.ts";
import { OrderPicker } from "../claims/order-picker.tsx";
import { createPickedFiles, PickedFiles } from "../claims/picked-files.tsx";
import { createClaim } from "../data/claims.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { locale } from "../locale.tsx";
import { MARKS } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { typedMinor } from "../typed-number.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Narrow, Row, Stack, TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";
import { addressWith, textOf } from "../url-state.ts";

const PLACE = "/merchant/claims";
const texts = () => claimTexts().back;

/** Asks the influencer to agree that an order came back after its hold. */
export function NewReturnPage() {
  keepTitle(() => `${texts().title}, ShareYourSales`);
  return (
    <Narrow>
      <PageHeader title={texts().title} lead={texts().lead} />
      <ReturnForm />
    </Narrow>
  );
}

function ReturnForm() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const create = useAction(createClaim);
  const picked = createPickedFiles();
  const form = createForm({
    initial: { orderId: textOf(params.order) ?? "", what: "all", refundMinor: "", message: "" },
    schema: createSchema,
    judged: ({ orderId, what, refundMinor, message }) => ({
      kind: "return",
      orderId: orderId.trim() || undefined,
      // A part without an amount is a fault, never the whole order.
      refundMinor: what === "all" ? null : (typedMinor(refundMinor) ?? Number.NaN),
      message,
    }),
    send: (data) => create(data, picked.files()),
    sent: ({ claim, failedFiles }) =>
      navigate(addressWith(`${PLACE}/${claim.id}`, { sent: "1", missing: failedFiles > 0 ? "1" : undefined })),
  });
  const labels = () => ({ orderId: texts().order, refundMinor: texts().refund, message: texts().message });
  return (
    <Form label={texts().title} onSubmit={() => void form.submit()}>
      <LeaveGuard when={form.isDirty() && !form.isSending()} />
      <FormProblem problem={form.problem()} labels={labels()} />
      <Card>
        <Stack gap="loose">
          <OrderPicker {...form.text("orderId")} label={texts().order} hint={texts().orderHint} none={texts().none} />
          <ChoiceCards
            {...form.text("what")}
            legend={texts().what}
            choices={[
              { value: "all", title: texts().all, text: texts().allText },
              { value: "part", title: texts().part, text: texts().partText },
            ]}
          />
          <Show when={form.values().what === "part"}>
            <TextField
              {...form.text("refundMinor")}
              label={texts().refund}
              inputmode="decimal"
              autocomplete="off"
              suffix={MARKS[locale()].unit}
            />
          </Show>
          <TextareaField
            {...form.text("message")}
            label={texts().message}
            hint={texts().messageHint}
            rows={5}
            maxlength={2000}
            required
          />
        </Stack>
      </Card>
      <PickedFiles title={texts().evidence} picked={picked} />
      <Row>
        <Button type="submit" size="large" loading={form.isSending()}>
          {texts().send}
        </Button>
        <TextLink href={PLACE}>{claimTexts().page.back}</TextLink>
      </Row>
    </Form>
  );
}
