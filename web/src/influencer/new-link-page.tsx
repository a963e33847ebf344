import { createAsync, revalidate, useAction, useNavigate, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { createLink as createSchema } from "../../../schemas/links.ts";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { approvedRequests, createLink } from "../data/links.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { keepTitle } from "../page-title.ts";
import { textIn } from "../product-text.ts";
import { Loaded } from "../shell/loaded.tsx";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Narrow, Row, Stack, TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { textOf } from "../url-state.ts";
import { judgedNewLink, NEW_LINK } from "./link-inputs.ts";
import { LinkOptions, linkFieldNames } from "./link-options.tsx";
import { LINKS } from "./link-table.tsx";
import { NoProductYet } from "./no-product-yet.tsx";
import { SlugField } from "./slug-field.tsx";

const texts = () => linkTexts().form;

/** Makes a link: a product, and whatever else is wanted. */
export function NewLinkPage() {
  const approved = createAsync(() => approvedRequests());
  keepTitle(() => `${texts().newTitle}, ShareYourSales`);
  return (
    <Narrow>
      <PageHeader title={texts().newTitle} lead={texts().newLead} />
      <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(approvedRequests.key)}>
        <Show when={approved()}>
          {(known) => (
            <Show when={known().length > 0} fallback={<NoProductYet />}>
              <NewLinkForm approved={known()} />
            </Show>
          )}
        </Show>
      </Loaded>
    </Narrow>
  );
}

function NewLinkForm(props: { approved: readonly AffiliationRequest[] }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const create = useAction(createLink);
  const asked = () => props.approved.find(({ productId }) => productId === textOf(params.product));
  const only = () => (props.approved.length === 1 ? props.approved[0] : undefined);
  const form = createForm({
    initial: { ...NEW_LINK, productId: (asked() ?? only())?.productId ?? "" },
    schema: createSchema,
    judged: judgedNewLink,
    send: (data) => create(data),
    sent: (link) => navigate(`${LINKS}/${link.id}?created=1`),
  });
  return (
    <Form label={texts().newTitle} onSubmit={() => void form.submit()}>
      <LeaveGuard when={form.isDirty() && !form.isSending()} />
      <FormProblem problem={form.problem()} labels={linkFieldNames()} />
      <Card>
        <Stack gap="loose">
          <SelectField
            {...form.text("productId")}
            label={texts().product}
            empty
            options={props.approved.map(({ productId, product }) => ({
              value: productId,
              text: `${textIn(product.title)} (${product.merchantName})`,
            }))}
          />
          <SlugField form={form} />
          <TextField
            {...form.text("title")}
            label={texts().title}
            hint={texts().titleHint}
            autocomplete="off"
            maxlength={120}
            optional
          />
        </Stack>
      </Card>
      <LinkOptions form={form} isNew />
      <Row>
        <Button type="submit" size="large" loading={form.isSending()}>
          {texts().create}
        </Button>
        <TextLink href={LINKS}>{texts().back}</TextLink>
      </Row>
    </Form>
  );
}
