import { createAsync, revalidate, useAction, useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { type Link, updateLink as updateSchema } from "../../../schemas/links.ts";
import { link, updateLink } from "../data/links.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { keepTitle } from "../page-title.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { formTexts } from "../text/forms/texts.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Narrow, Row, TextLink } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { TextField } from "../ui/text-field.tsx";
import { LinkGone } from "./link-gone.tsx";
import { inputsOf, judgedLink } from "./link-inputs.ts";
import { LinkOptions, linkFieldNames } from "./link-options.tsx";
import { LINKS, shortUrl } from "./link-table.tsx";

const texts = () => linkTexts().form;

/** Changes everything of a link but its address and its product. */
export function EditLinkPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => link(params.id));
  keepTitle(() => `${texts().editTitle}, ShareYourSales`);
  return (
    <Narrow>
      <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(link.key)}>
        <GoneGuard code="link.not_found" gone={<LinkGone />}>
          <Show when={found()?.id} keyed>
            {(_) => <Show when={found()}>{(known) => <EditLinkForm link={known()} />}</Show>}
          </Show>
        </GoneGuard>
      </Loaded>
    </Narrow>
  );
}

function EditLinkForm(props: { link: Link }) {
  const navigate = useNavigate();
  const change = useAction(updateLink);
  const form = createForm({
    initial: inputsOf(props.link),
    schema: updateSchema,
    judged: (inputs) => judgedLink(inputs, props.link),
    send: (data) => change(props.link.id, data),
    sent: () => navigate(`${LINKS}/${props.link.id}`),
  });
  return (
    <>
      <PageHeader title={texts().editTitle} lead={<Code>{shortUrl(props.link.url)}</Code>} />
      <Form label={texts().editTitle} onSubmit={() => void form.submit()}>
        <LeaveGuard when={form.isDirty() && !form.isSending()} />
        <FormProblem problem={form.problem()} labels={linkFieldNames()} />
        <Card>
          <TextField
            {...form.text("title")}
            label={texts().title}
            hint={texts().titleHint}
            autocomplete="off"
            maxlength={120}
            optional
          />
        </Card>
        <LinkOptions form={form} isNew={false} />
        <Row>
          <Button type="submit" size="large" loading={form.isSending()}>
            {formTexts().save}
          </Button>
          <TextLink href={`${LINKS}/${props.link.id}`}>{texts().backToLink}</TextLink>
        </Row>
      </Form>
    </>
  );
}
