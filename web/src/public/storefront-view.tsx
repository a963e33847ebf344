import { Show } from "solid-js";
import type { Storefront } from "../../../schemas/storefronts.ts";
import { locale } from "../locale.tsx";
import { formatWholeMad } from "../money.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { storefrontTexts } from "../text/storefront/texts.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { StorefrontCoupon, StorefrontGrid, StorefrontItem, StorefrontSheet } from "../ui/storefront.tsx";

type Item = Storefront["items"][number];
const SEEN_AT_ONCE = 4;

/** The storefront as visitors see it; the editor shows the same before it is saved. */
export function StorefrontView(props: { storefront: Storefront; heading?: boolean }) {
  const texts = () => storefrontTexts();
  const name = () => props.storefront.displayName;
  return (
    <StorefrontSheet
      theme={props.storefront.theme}
      name={name()}
      handle={props.storefront.handle}
      headline={textIn(props.storefront.headline)}
      heading={props.heading ?? false}
    >
      <Show
        when={props.storefront.items.length > 0}
        fallback={
          <EmptyState title={texts().empty} text={fill(texts().emptyText, { name: `\u2068${name()}\u2069` })} />
        }
      >
        <StorefrontGrid label={texts().items} items={props.storefront.items}>
          {(item, place) => <ShownItem item={item} first={place() < SEEN_AT_ONCE} />}
        </StorefrontGrid>
      </Show>
    </StorefrontSheet>
  );
}

function ShownItem(props: { item: Item; first: boolean }) {
  const texts = () => storefrontTexts();
  const product = () => props.item.product;
  return (
    <StorefrontItem
      href={props.item.url}
      title={textIn(product().title)}
      from={product().merchantName}
      picture={product().images[0]}
      first={props.first}
      price={<bdi>{formatWholeMad(product().priceMinor, locale())}</bdi>}
      note={product().inStock ? undefined : texts().outOfStock}
    >
      <Show when={props.item.coupon}>
        {(code) => (
          <StorefrontCoupon
            code={code()}
            name={texts().coupon}
            label={fill(texts().copyCoupon, { code: code() })}
            copied={texts().copied}
          />
        )}
      </Show>
    </StorefrontItem>
  );
}
