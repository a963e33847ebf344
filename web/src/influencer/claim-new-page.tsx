import { createAsync, revalidate, useAction, useNavigate, useSearchParams } from "@solidjs/router";
import Link2 from "lucide-solid/icons/link-2";
import { Show } from "solid-js";
import { createClaim as createSchema } from "../../../schemas/claims.ts";
import type { Link } from "../../../schemas/links.ts";
import { createPickedFiles, PickedFiles } from "../claims/picked-files.tsx";
import { claimableLinks, createClaim } from "../data/claims.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { locale } from "../locale.tsx";
import { MARKS } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { typedMinor } from "../typed-number.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DateField } from "../ui/date-field.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Narrow, Row, Stack, TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TextareaField } from "../ui/textarea-field.tsx";
import { addressWith, textOf } from "../url-state.ts";
import { instantOf } from "./link-inputs.ts";

const PLACE = "/influencer/claims";
const texts = () => claimTexts().missing;

/** Reports a sale that an own link brought and that is not there. */
export function NewMissingSalePage() {
  const links = createAsync(() => claimableLinks());
  keepTitle(() => `${texts().title}, ShareYourSales`);
  return (
    <Narrow>
      <PageHeader title={texts().title} lead={texts().lead} />
      <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(claimableLinks.key)}>
        <Show when={links()}>
          {(known) => (
            <Show when={known().length > 0} fallback={<NoLink />}>
              <MissingSaleForm links={known()} />
            </Show>
          )}
        </Show>
      </Loaded>
    </Narrow>
  );
}

function MissingSaleForm(props: { links: readonly Link[] }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const create = useAction(createClaim);
  const picked = createPickedFiles();
  const asked = () => props.links.find(({ id }) => id === textOf(params.link));
  const only = () => (props.links.length === 1 ? props.links[0] : undefined);
  const form = createForm({
    initial: {
      linkId: (asked() ?? only())?.id ?? "",
      orderRef: textOf(params.order) ?? "",
      orderedAt: "",
      amountMinor: "",
      message: "",
    },
    schema: createSchema,
    judged: ({ linkId, orderRef, orderedAt, amountMinor, message }) => ({
      kind: "missing_sale",
      linkId: linkId || undefined,
      orderRef,
      orderedAt: instantOf(orderedAt, 0) ?? undefined,
      amountMinor: typedMinor(amountMinor) ?? null,
      message,
    }),
    send: (data) => create(data, picked.files()),
    sent: ({ claim, failedFiles }) =>
      navigate(addressWith(`${PLACE}/${claim.id}`, { sent: "1", missing: failedFiles > 0 ? "1" : undefined })),
  });
  const labels = () => ({
    linkId: texts().link,
    orderRef: texts().orderRef,
    orderedAt: texts().orderedAt,
    amountMinor: texts().amount,
    message: texts().message,
  });
  return (
    <Form label={texts().title} onSubmit={() => void form.submit()}>
      <LeaveGuard when={form.isDirty() && !form.isSending()} />
      <FormProblem problem={form.problem()} labels={labels()} />
      <Card>
        <Stack gap="loose">
          <SelectField
            {...form.text("linkId")}
            label={texts().link}
            empty
            options={props.links.map(({ id, title, slug }) => ({
              value: id,
              text: title ? `${title} (${slug})` : slug,
            }))}
          />
          <TextField
            {...form.text("orderRef")}
            label={texts().orderRef}
            hint={texts().orderRefHint}
            autocomplete="off"
            maxlength={128}
            code
          />
          <DateField {...form.text("orderedAt")} label={texts().orderedAt} hint={texts().orderedAtHint} />
          <TextField
            {...form.text("amountMinor")}
            label={texts().amount}
            inputmode="decimal"
            autocomplete="off"
            suffix={MARKS[locale()].unit}
            optional
          />
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

function NoLink() {
  return (
    <Card>
      <EmptyState
        icon={<Link2 />}
        title={texts().noLinks}
        text={texts().noLinksText}
        action={<Button href="/influencer/links">{texts().toLinks}</Button>}
      />
    </Card>
  );
}
