import { createAsync, revalidate, useParams } from "@solidjs/router";
import PackageX from "lucide-solid/icons/package-x";
import { Show } from "solid-js";
import type { Product } from "../../../schemas/products.ts";
import { similarProducts } from "../data/marketplace.ts";
import { categories, product } from "../data/products.ts";
import { keepTitle } from "../page-title.ts";
import { textIn } from "../product-text.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Small, TextLink } from "../ui/layout.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PictureGallery } from "../ui/picture-gallery.tsx";
import { WrittenText } from "../ui/written-text.tsx";
import { AskCard } from "./ask-card.tsx";
import { MARKET } from "./market-filter.ts";
import { ProductNumbers } from "./product-numbers.tsx";
import { ProductOffers } from "./product-offers.tsx";

const texts = () => marketTexts().product;

/** One product: what it is, what it brings, and asking to recommend it. */
export function PublicProductPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => product(params.id));
  return (
    <Loaded shapes={["title", "block", "block", "line"]} again={() => void revalidate(product.key)}>
      <GoneGuard code="product.not_found" gone={<Gone />}>
        {/* Another product begins anew: its pictures, its request. */}
        <Show when={found()?.id} keyed>
          {(_) => <Show when={found()}>{(known) => <KnownProduct product={known()} />}</Show>}
        </Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownProduct(props: { product: Product }) {
  const title = () => textIn(props.product.title);
  keepTitle(() => `${title()}, ShareYourSales`);
  const pictures = () =>
    props.product.images.map(({ url, alt }, index) => ({ url, alt: alt || fill(texts().photo, { place: index + 1 }) }));
  return (
    <>
      <PageHeader
        title={title()}
        lead={
          <TextLink href={`/merchants/${props.product.merchantId}`}>
            {fill(texts().soldBy, { merchant: `\u2068${props.product.merchantName}\u2069` })}
          </TextLink>
        }
      />
      <MainAndSide
        side={
          <>
            <ProductNumbers product={props.product} />
            <AskCard product={props.product} />
          </>
        }
      >
        <PictureGallery label={texts().photos} pictures={pictures()} />
        <Card title={texts().about}>
          <Show when={textIn(props.product.description)} fallback={<Small>{texts().noDescription}</Small>}>
            {(text) => <WrittenText text={text()} />}
          </Show>
        </Card>
      </MainAndSide>
      <Loaded shapes={["title", "block"]} again={() => void revalidate(similarProducts.key)}>
        <Similar productId={props.product.id} />
      </Loaded>
    </>
  );
}

function Similar(props: { productId: string }) {
  const similar = createAsync(() => similarProducts(props.productId));
  const tree = createAsync(() => categories());
  return (
    <Show when={similar()?.length ? similar() : undefined}>
      {(products) => (
        <Card title={texts().similar}>
          <ProductOffers heading="h3" label={texts().similar} products={products()} categories={tree()} />
        </Card>
      )}
    </Show>
  );
}

function Gone() {
  keepTitle(() => `${texts().gone}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().gone} />
      <EmptyState
        icon={<PackageX />}
        title={texts().gone}
        text={texts().goneText}
        action={<Button href={MARKET}>{marketTexts().list.showAll}</Button>}
      />
    </>
  );
}
