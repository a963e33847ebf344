import { Show } from "solid-js";
import type { Category } from "../../../schemas/catalogue.ts";
import type { Product } from "../../../schemas/products.ts";
import { cityText } from "../city-text.ts";
import { locale } from "../locale.tsx";
import { formatCount, formatRate } from "../money.ts";
import { textIn } from "../product-text.ts";
import { useSession } from "../session.tsx";
import { fill } from "../text/fill.ts";
import { listText } from "../text/list-text.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { FactLine } from "../ui/fact-line.tsx";
import { Figure } from "../ui/figure.tsx";
import { OfferCard, OfferGrid } from "../ui/offer-card.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";

const CITIES_SHOWN = 2;
const texts = () => marketTexts().offer;

/** Products as the marketplace shows them: what an influencer wants to know of each. */
export function ProductOffers(props: {
  label: string;
  heading: "h2" | "h3";
  products: readonly Product[];
  categories: readonly Category[] | undefined;
}) {
  const session = useSession();
  const gainName = () => (session.user()?.role === "merchant" ? texts().perSaleOther : texts().perSale);
  const categoryOf = (product: Product) =>
    props.categories?.find(({ id }) => id === product.categoryId)?.name[locale()];
  return (
    <OfferGrid label={props.label} offers={props.products}>
      {(product) => (
        <OfferCard
          heading={props.heading}
          href={`/products/${product.id}`}
          title={textIn(product.title)}
          from={product.merchantName}
          image={product.images[0]}
          badge={<OfferBadge product={product} />}
          price={<Amount minor={product.priceMinor} size="small" />}
          gainName={gainName()}
          gain={<Amount minor={product.commission.perSaleMinor} size="large" />}
          gainNote={commissionText(product)}
          facts={<OfferNumbers stats={product.stats} />}
          place={[categoryOf(product), citiesText(product.cities)].filter(Boolean).join(" · ")}
        />
      )}
    </OfferGrid>
  );
}

function OfferBadge(props: { product: Product }) {
  return (
    <Show when={props.product.inStock} fallback={<Tag>{texts().outOfStock}</Tag>}>
      <Show when={props.product.kind === "service"}>
        <Tag>{texts().service}</Tag>
      </Show>
    </Show>
  );
}

/** Whether it is a share of the price, and which, or an amount. */
export function commissionText({ commission }: Product): string {
  return commission.type === "rate" && commission.rateBps !== null
    ? fill(texts().rate, { rate: `\u2068${formatRate(commission.rateBps, locale())}\u2069` })
    : texts().flat;
}

/** Where it is delivered, the first cities by name. */
export function citiesText(cities: readonly string[], shown = CITIES_SHOWN): string {
  if (cities.length === 0) return texts().everywhere;
  const names = listText(cities.slice(0, shown).map(cityText));
  const others = cities.length - shown;
  // One more is shorter by its name.
  if (others === 1) return listText(cities.map(cityText));
  return others > 1 ? fill(texts().citiesOther, { cities: names, count: others }) : names;
}

/** What a click earned and what deliveries became: each number with its reason. */
export function OfferNumbers(props: { stats: Product["stats"] }) {
  const isKnown = () => props.stats.epcMinor !== null || props.stats.deliveryRateBps !== null;
  const facts = () => {
    const { epcMinor, deliveryRateBps, conversions } = props.stats;
    return [
      {
        name: texts().epc,
        value: epcMinor === null ? "—" : <Amount minor={epcMinor} size="small" />,
        why: <Why of={texts().epc}>{epcMinor === null ? texts().noNumber : texts().epcWhy}</Why>,
      },
      {
        name: texts().delivery,
        value: <Figure>{wholeRate(deliveryRateBps)}</Figure>,
        why: (
          <Why of={texts().delivery}>
            <p>{deliveryRateBps === null ? texts().noNumber : texts().deliveryWhy}</p>
            <p>
              {texts().orders}: <Figure>{formatCount(conversions, locale())}</Figure>
            </p>
          </Why>
        ),
      },
    ];
  };
  return (
    <Show when={isKnown()} fallback={texts().isNew}>
      <FactLine facts={facts()} />
    </Show>
  );
}

/** A share in whole percents; a dash where it is not known. */
export const wholeRate = (bps: number | null) =>
  bps === null ? "—" : formatRate(Math.round(bps / 100) * 100, locale());
