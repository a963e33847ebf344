import { createAsync, revalidate, useAction, useSearchParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { type CreatedLinks, createLinks as createSchema } from "../../../schemas/links.ts";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { approvedRequests, createLinks } from "../data/links.ts";
import { createForm } from "../form.ts";
import { LeaveGuard } from "../leave-guard.tsx";
import { keepTitle } from "../page-title.ts";
import { textIn } from "../product-text.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Form, Narrow, Row, Stack, TextLink } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PickMany } from "../ui/pick-many.tsx";
import { TextField } from "../ui/text-field.tsx";
import { textOf } from "../url-state.ts";
import { LINKS } from "./link-table.tsx";
import { NoProductYet } from "./no-product-yet.tsx";

// As many as the API takes at once.
const PRODUCTS_MAX = 50;
const texts = () => linkTexts().many;

/** Makes a link for each of several products, and says what became of each. */
export function ManyLinksPage() {
  const approved = createAsync(() => approvedRequests());
  keepTitle(() => `${texts().title}, ShareYourSales`);
  return (
    <Narrow>
      <PageHeader title={texts().title} lead={texts().lead} />
      <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(approvedRequests.key)}>
        <Show when={approved()}>
          {(known) => (
            <Show when={known().length > 0} fallback={<NoProductYet />}>
              <ManyLinks approved={known()} />
            </Show>
          )}
        </Show>
      </Loaded>
    </Narrow>
  );
}

function ManyLinks(props: { approved: readonly AffiliationRequest[] }) {
  const [created, setCreated] = createSignal<CreatedLinks>();
  return (
    <Show when={created()} fallback={<ManyLinksForm approved={props.approved} onCreated={setCreated} />}>
      {(known) => <Outcome created={known()} approved={props.approved} />}
    </Show>
  );
}

// What was chosen before coming here, as far as links can be made for it.
function askedProducts(asked: string | undefined, approved: readonly AffiliationRequest[]): readonly string[] {
  const ids = asked?.split(",") ?? [];
  return approved
    .map(({ productId }) => productId)
    .filter((id) => ids.includes(id))
    .slice(0, PRODUCTS_MAX);
}

function ManyLinksForm(props: { approved: readonly AffiliationRequest[]; onCreated: (created: CreatedLinks) => void }) {
  const create = useAction(createLinks);
  const [params] = useSearchParams();
  const form = createForm({
    initial: { productIds: askedProducts(textOf(params.products), props.approved), folder: "" },
    schema: createSchema,
    judged: ({ productIds, folder }) => ({ productIds, folder: folder.trim() || null }),
    send: (data) => create(data),
    sent: (created) => props.onCreated(created),
  });
  const options = () =>
    props.approved.map(({ productId, product: { title, merchantName } }) => ({
      value: productId,
      text: textIn(title),
      words: [title.fr, title.en, title.ar, merchantName].filter(Boolean).join(" "),
    }));
  const chooseAll = () =>
    form.set(
      "productIds",
      options()
        .slice(0, PRODUCTS_MAX)
        .map(({ value }) => value),
    );
  return (
    <Form label={texts().title} onSubmit={() => void form.submit()}>
      <LeaveGuard when={form.isDirty() && !form.isSending()} />
      <FormProblem
        problem={form.problem()}
        labels={{ productIds: texts().products, folder: linkTexts().form.folder }}
      />
      <Card>
        <Stack gap="loose">
          <PickMany
            name="productIds"
            legend={texts().products}
            search={texts().search}
            none={texts().none}
            options={options()}
            chosen={form.values().productIds}
            error={form.errorOf("productIds")}
            onChange={(chosen) => form.set("productIds", chosen)}
          />
          <Row>
            <Button variant="secondary" size="small" onClick={chooseAll}>
              {texts().all}
            </Button>
          </Row>
          <TextField
            {...form.text("folder")}
            label={linkTexts().form.folder}
            autocomplete="off"
            maxlength={60}
            optional
          />
        </Stack>
      </Card>
      <Row>
        <Button type="submit" size="large" loading={form.isSending()}>
          {texts().create}
        </Button>
        <TextLink href={LINKS}>{linkTexts().form.back}</TextLink>
      </Row>
    </Form>
  );
}

function Outcome(props: { created: CreatedLinks; approved: readonly AffiliationRequest[] }) {
  const failed = () => props.created.data.filter(({ problem }) => problem !== null);
  const all = () => props.created.data.length;
  const nameOf = (id: string) => {
    const request = props.approved.find(({ productId }) => productId === id);
    return request ? textIn(request.product.title) : id;
  };
  return (
    <Stack>
      <Notice tone={failed().length > 0 ? "attention" : "success"} live>
        <p>{fill(texts().result, { done: all() - failed().length, all: all() })}</p>
        <For each={failed()}>
          {({ productId, problem }) => (
            <p>{fill(texts().failed, { product: `\u2068${nameOf(productId)}\u2069`, reason: problem?.title ?? "" })}</p>
          )}
        </For>
      </Notice>
      <Row>
        <Button href={LINKS}>{texts().toLinks}</Button>
      </Row>
    </Stack>
  );
}
