import { createMemo, createSignal, Show } from "solid-js";
import type { Category } from "../../../schemas/catalogue.ts";
import type { ProductPage } from "../../../schemas/products.ts";
import { type MarketFilter, market } from "../data/marketplace.ts";
import { createTask } from "../task.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { ProductOffers } from "./product-offers.tsx";

/** The products found, a page at first and as many more as are asked for. */
export function MarketResults(props: {
  filter: MarketFilter;
  heading: "h2" | "h3";
  first: ProductPage;
  categories: readonly Category[] | undefined;
}) {
  // Another first page begins anew.
  const later = createMemo(() => {
    void props.first;
    const [pages, setPages] = createSignal<readonly ProductPage[]>([]);
    return { pages, setPages };
  });
  const pages = () => [props.first, ...later().pages()];
  const cursor = () => pages().at(-1)?.nextCursor ?? undefined;
  const more = createTask(async (from: string) => {
    const { setPages } = later();
    const page = await market(props.filter, from);
    setPages((known) => [...known, page]);
  });
  return (
    <Stack>
      <ProductOffers
        label={marketTexts().list.title}
        heading={props.heading}
        products={pages().flatMap(({ data }) => data)}
        categories={props.categories}
      />
      <FormProblem problem={more.problem()} />
      <Show when={cursor()}>
        {(from) => (
          <Row>
            <Button variant="secondary" loading={more.isRunning()} onClick={() => void more.run(from())}>
              {marketTexts().list.more}
            </Button>
          </Row>
        )}
      </Show>
    </Stack>
  );
}
