import { Show } from "solid-js";
import type { Category } from "../../../schemas/catalogue.ts";
import type { ProductPage } from "../../../schemas/products.ts";
import { cityText } from "../city-text.ts";
import type { MarketFilter } from "../data/marketplace.ts";
import { locale } from "../locale.tsx";
import { formatCount, formatRate, formatWholeMad } from "../money.ts";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Stack } from "../ui/layout.tsx";
import { LinkTree } from "../ui/link-tree.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { countFilters, KINDS, MARKET, MAX_PRICES, MIN_RATES, marketAddress } from "./market-filter.ts";

interface MarketFiltersProps {
  readonly filter: MarketFilter;
  readonly facets: ProductPage["facets"] | undefined;
  readonly categories: readonly Category[];
  readonly onNarrow: (name: keyof MarketFilter, value: string) => void;
}

const texts = () => marketTexts().list;

/** Everything that narrows the marketplace, with how much each choice would leave. */
export function MarketFilters(props: MarketFiltersProps) {
  return (
    <Stack gap="loose">
      <Categories {...props} />
      <SelectField
        name="kind"
        label={texts().kind}
        value={props.filter.kind ?? ""}
        options={kindOptions(props.facets)}
        onChange={(value) => props.onNarrow("kind", value)}
      />
      <SelectField
        name="city"
        label={texts().city}
        value={props.filter.city ?? ""}
        options={cityOptions(props.facets, props.filter.city)}
        onChange={(value) => props.onNarrow("city", value)}
      />
      <SelectField
        name="minRateBps"
        label={texts().minRate}
        value={props.filter.minRateBps ?? ""}
        options={[
          { value: "", text: texts().anyRate },
          ...MIN_RATES.map((value) => ({ value, text: formatRate(Number(value), locale()) })),
        ]}
        onChange={(value) => props.onNarrow("minRateBps", value)}
      />
      <SelectField
        name="maxPriceMinor"
        label={texts().maxPrice}
        value={props.filter.maxPriceMinor ?? ""}
        options={[
          { value: "", text: texts().anyPrice },
          ...MAX_PRICES.map((value) => ({ value, text: formatWholeMad(Number(value), locale()) })),
        ]}
        onChange={(value) => props.onNarrow("maxPriceMinor", value)}
      />
      <Show when={countFilters(props.filter) > 0}>
        <Button
          variant="secondary"
          size="small"
          href={marketAddress({ q: props.filter.q, sort: props.filter.sort }) || MARKET}
        >
          {texts().clear}
        </Button>
      </Show>
    </Stack>
  );
}

// The children of a category show once it, or one of them, is chosen.
function Categories(props: MarketFiltersProps) {
  const countOf = (id: string) => props.facets?.categories.find((facet) => facet.id === id)?.count ?? 0;
  const chosen = () => props.categories.find(({ id }) => id === props.filter.category);
  const openId = () => chosen()?.parentId ?? chosen()?.id;
  const linkOf = ({ id, name }: Category) => ({
    href: marketAddress({ ...props.filter, category: id }),
    text: name[locale()],
    count: formatCount(countOf(id), locale()),
    current: id === props.filter.category,
  });
  const below = (parentId: string | null) =>
    props.categories.filter(
      (category) =>
        category.parentId === parentId && (countOf(category.id) > 0 || category.id === props.filter.category),
    );
  return (
    <LinkTree
      label={texts().categories}
      links={[
        {
          href: marketAddress({ ...props.filter, category: undefined }),
          text: texts().allCategories,
          current: props.filter.category === undefined,
        },
        ...below(null).map((category) => ({
          ...linkOf(category),
          links: category.id === openId() ? below(category.id).map(linkOf) : [],
        })),
      ]}
    />
  );
}

function kindOptions(facets: ProductPage["facets"] | undefined) {
  const names = { product: texts().kindProduct, service: texts().kindService };
  const countOf = (kind: keyof typeof names) => facets?.kinds.find((facet) => facet.kind === kind)?.count ?? 0;
  return [
    { value: "", text: texts().anyKind },
    ...KINDS.map((value) => ({ value, text: counted(names[value], countOf(value)) })),
  ];
}

function cityOptions(facets: ProductPage["facets"] | undefined, chosen: string | undefined) {
  const found = facets?.cities ?? [];
  const isMissing = chosen !== undefined && !found.some(({ city }) => city === chosen);
  return [
    { value: "", text: texts().anyCity },
    ...(isMissing ? [{ value: chosen, text: cityText(chosen) }] : []),
    ...found.map(({ city, count }) => ({ value: city, text: counted(cityText(city), count) })),
  ];
}

const counted = (text: string, count: number) => `${text} (${formatCount(count, locale())})`;
