import { createAsync } from "@solidjs/router";
import type { JSX } from "solid-js";
import type { Product } from "../../../schemas/products.ts";
import { categories } from "../data/products.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { useSession } from "../session.tsx";
import { fill } from "../text/fill.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Amount } from "../ui/amount.tsx";
import { Card } from "../ui/card.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Figure } from "../ui/figure.tsx";
import { Figures } from "../ui/figures.tsx";
import { Stack, TextLink } from "../ui/layout.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";
import { citiesText, commissionText, wholeRate } from "./product-offers.tsx";

const CITIES_SHOWN = 6;
const texts = () => marketTexts().product;
const offerTexts = () => marketTexts().offer;

/** What a product brings, each number with its reason, and on which terms. */
export function ProductNumbers(props: { product: Product }) {
  const session = useSession();
  const tree = createAsync(() => categories());
  const perSale = () => (session.user()?.role === "merchant" ? offerTexts().perSaleOther : offerTexts().perSale);
  const category = () => tree()?.find(({ id }) => id === props.product.categoryId)?.name[locale()] ?? "";
  return (
    <Card title={texts().numbers} action={props.product.inStock ? undefined : <Tag>{offerTexts().outOfStock}</Tag>}>
      <Stack>
        <FactList
          facts={[
            { name: offerTexts().price, value: <Amount minor={props.product.priceMinor} /> },
            {
              name: perSale(),
              value: (
                <Figures
                  main={<Amount minor={props.product.commission.perSaleMinor} size="large" />}
                  note={commissionText(props.product)}
                  why={<Why of={perSale()}>{offerTexts().perSaleWhy}</Why>}
                />
              ),
            },
            ...numbersOf(props.product.stats),
            ...termsOf(props.product),
            { name: texts().delivers, value: citiesText(props.product.cities, CITIES_SHOWN) },
            { name: texts().category, value: category() },
          ]}
        />
        <TextLink href={props.product.landingUrl} newTab>
          {texts().visit}
        </TextLink>
      </Stack>
    </Card>
  );
}

function numbersOf({ epcMinor, deliveryRateBps, conversions }: Product["stats"]) {
  return [
    explained(
      offerTexts().epc,
      epcMinor === null ? "—" : <Amount minor={epcMinor} />,
      epcMinor === null ? offerTexts().noNumber : offerTexts().epcWhy,
    ),
    explained(
      offerTexts().delivery,
      <Figure>{wholeRate(deliveryRateBps)}</Figure>,
      deliveryRateBps === null ? offerTexts().noNumber : offerTexts().deliveryWhy,
    ),
    { name: texts().sales, value: <Figure>{formatCount(conversions, locale())}</Figure> },
  ];
}

function termsOf({ attributionDays, holdDays }: Product) {
  return [
    explained(texts().attribution, fill(texts().attributionDays, { days: attributionDays }), texts().attributionWhy),
    explained(
      texts().hold,
      holdDays === null ? texts().holdRule : fill(texts().holdDays, { days: holdDays }),
      texts().holdWhy,
    ),
  ];
}

function explained(name: string, value: JSX.Element, why: string) {
  return { name, value: <Figures main={value} why={<Why of={name}>{why}</Why>} /> };
}
