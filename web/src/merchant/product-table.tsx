import { Show } from "solid-js";
import type { Product } from "../../../schemas/products.ts";
import { locale } from "../locale.tsx";
import { formatCount, formatRate } from "../money.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Figure } from "../ui/figure.tsx";
import { Figures } from "../ui/figures.tsx";
import { NamedPicture } from "../ui/named-picture.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";
import { ProductActions } from "./product-actions.tsx";

const texts = () => merchantTexts().products;

export function ProductTable(props: { products: readonly Product[] }) {
  const columns = (): readonly Column<Product>[] => [
    { head: texts().product, lead: true, cell: (row) => <ProductName product={row} /> },
    { head: texts().state, cell: (row) => <StatusBadge status={row.state} /> },
    { head: texts().price, number: true, cell: (row) => <Amount minor={row.priceMinor} /> },
    { head: texts().perSale, number: true, cell: (row) => <PerSale product={row} /> },
    {
      head: texts().stock,
      cell: (row) => (row.inStock ? <Figure>{texts().inStock}</Figure> : <Tag>{texts().outOfStock}</Tag>),
    },
    {
      head: texts().epc,
      number: true,
      has: ({ stats }) => stats.epcMinor !== null,
      cell: (row) => <Epc product={row} />,
    },
    {
      head: texts().delivery,
      number: true,
      has: ({ stats }) => stats.deliveryRateBps !== null,
      cell: (row) => <DeliveryRate product={row} />,
    },
    { head: texts().actionsHead, action: true, number: true, cell: (row) => <ProductActions product={row} /> },
  ];
  return <DataTable caption={texts().title} rows={props.products} columns={columns()} />;
}

function ProductName(props: { product: Product }) {
  const isOpen = () => props.product.state !== "archived";
  return (
    <NamedPicture
      url={props.product.images[0]?.url}
      name={textIn(props.product.title)}
      href={isOpen() ? `/merchant/products/${props.product.id}` : undefined}
    >
      <Show when={props.product.reference}>
        {(reference) => <bdi>{fill(texts().reference, { reference: reference() })}</bdi>}
      </Show>
      <Show when={props.product.reference && props.product.kind === "service"}>{" · "}</Show>
      <Show when={props.product.kind === "service"}>{texts().service}</Show>
    </NamedPicture>
  );
}

function PerSale(props: { product: Product }) {
  const { commission } = props.product;
  return (
    <Figures
      main={<Amount minor={commission.perSaleMinor} />}
      note={<Show when={commission.type === "rate" && commission.rateBps}>{(bps) => formatRate(bps(), locale())}</Show>}
    />
  );
}

function Epc(props: { product: Product }) {
  const { epcMinor } = props.product.stats;
  return (
    <Figures
      main={epcMinor === null ? "—" : <Amount minor={epcMinor} />}
      why={<Why of={texts().epc}>{epcMinor === null ? texts().noNumber : texts().epcWhy}</Why>}
    />
  );
}

function DeliveryRate(props: { product: Product }) {
  const { deliveryRateBps, conversions } = props.product.stats;
  return (
    <Figures
      main={
        deliveryRateBps === null ? (
          "—"
        ) : (
          <Figure>{formatRate(Math.round(deliveryRateBps / 100) * 100, locale())}</Figure>
        )
      }
      why={
        <Why of={texts().delivery}>
          <p>{deliveryRateBps === null ? texts().noNumber : texts().deliveryWhy}</p>
          <p>
            {texts().orders}: <Figure>{formatCount(conversions, locale())}</Figure>
          </p>
        </Why>
      }
    />
  );
}
