import { createAsync, revalidate, useParams, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import type { Product } from "../../../schemas/products.ts";
import { product } from "../data/products.ts";
import { keepTitle } from "../page-title.ts";
import { textIn } from "../product-text.ts";
import { Loaded } from "../shell/loaded.tsx";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Narrow, Row, TextLink } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { ProductActions } from "./product-actions.tsx";
import { EditProductForm } from "./product-form.tsx";
import { ProductImagesCard } from "./product-images-card.tsx";

/** One product of the merchant: its state, its pictures and everything else of it. */
export function ProductPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => product(params.id));
  return (
    <Narrow>
      <Loaded shapes={["title", "block", "block"]} again={() => void revalidate(product.key)}>
        {/* Another product is another form. */}
        <Show when={found()?.id} keyed>
          {(_) => <Show when={found()}>{(known) => <KnownProduct product={known()} />}</Show>}
        </Show>
      </Loaded>
    </Narrow>
  );
}

function KnownProduct(props: { product: Product }) {
  const [search] = useSearchParams();
  const texts = () => productFormTexts().page;
  const title = () => textIn(props.product.title);
  keepTitle(() => `${title()}, ShareYourSales`);
  return (
    <>
      <PageHeader
        title={title()}
        actions={
          <Row>
            <StatusBadge status={props.product.state} />
            <ProductActions product={props.product} onPage />
          </Row>
        }
        lead={<TextLink href="/merchant/products">{texts().back}</TextLink>}
      />
      <Show when={search.created === "1" && props.product.images.length === 0}>
        <Notice tone="success" live>
          {props.product.state === "paused" ? texts().createdPaused : texts().created}
        </Notice>
      </Show>
      <Show
        when={props.product.state !== "archived"}
        fallback={
          <Notice tone="info" title={texts().archivedTitle}>
            {texts().archivedText}
          </Notice>
        }
      >
        <ProductImagesCard product={props.product} />
        <EditProductForm product={props.product} title={title()} />
      </Show>
    </>
  );
}
