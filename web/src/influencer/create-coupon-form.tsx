import { useAction } from "@solidjs/router";
import { createCoupon as createSchema } from "../../../schemas/links.ts";
import { createCoupon } from "../data/links.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { linkTexts } from "../text/links/texts.ts";
import { typedBps } from "../typed-number.ts";
import { Button } from "../ui/button.tsx";
import { DateField } from "../ui/date-field.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Row } from "../ui/layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import { instantOf } from "./link-inputs.ts";

const NO_COUPON = { code: "", rateBps: "", endsAt: "" };
// A day counts to its last second.
const WHOLE_DAY_MS = 24 * 60 * 60 * 1000 - 1000;

/** One more code for a link. */
export function CreateCouponForm(props: { linkId: string }) {
  const add = useAction(createCoupon);
  const texts = () => linkTexts().coupons;
  const form = createForm({
    initial: NO_COUPON,
    schema: createSchema,
    judged: ({ code, rateBps, endsAt }) => ({
      code: code.trim() || undefined,
      rateBps: typedBps(rateBps) ?? null,
      endsAt: instantOf(endsAt, WHOLE_DAY_MS),
    }),
    send: (data) => add(props.linkId, data),
    sent: () => form.reset(NO_COUPON),
  });
  const hasTermFault = () => form.errorOf("rateBps") !== undefined || form.errorOf("endsAt") !== undefined;
  return (
    <Form label={texts().add} onSubmit={() => void form.submit()}>
      <LeaveGuard when={form.isDirty() && !form.isSending()} />
      <FormProblem
        problem={form.problem()}
        labels={{ code: texts().code, rateBps: texts().rate, endsAt: texts().endsAt }}
      />
      <TextField
        {...form.text("code")}
        label={texts().code}
        hint={texts().codeHint}
        autocomplete="off"
        maxlength={32}
        code
      />
      <Disclosure title={texts().more} open={hasTermFault()}>
        <TextField
          {...form.text("rateBps")}
          label={texts().rate}
          hint={texts().rateHint}
          inputmode="decimal"
          autocomplete="off"
          suffix="%"
          optional
        />
        <DateField {...form.text("endsAt")} label={texts().endsAt} optional />
      </Disclosure>
      <Row>
        <Button type="submit" variant="secondary" loading={form.isSending()}>
          {texts().add}
        </Button>
      </Row>
    </Form>
  );
}
