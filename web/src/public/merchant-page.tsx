import { createAsync, revalidate, useParams } from "@solidjs/router";
import PackageSearch from "lucide-solid/icons/package-search";
import StoreIcon from "lucide-solid/icons/store";
import { Show } from "solid-js";
import type { MerchantCard } from "../../../schemas/products.ts";
import { market, merchant } from "../data/marketplace.ts";
import { categories } from "../data/products.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { marketTexts } from "../text/market/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { Figure } from "../ui/figure.tsx";
import { Figures } from "../ui/figures.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Why } from "../ui/why.tsx";
import { MARKET } from "./market-filter.ts";
import { MarketResults } from "./market-results.tsx";
import { wholeRate } from "./product-offers.tsx";

const texts = () => marketTexts().merchant;

/** Who sells: what is known of a merchant, and what they have on offer. */
export function MerchantPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => merchant(params.id));
  return (
    <Loaded shapes={["title", "line", "block"]} again={() => void revalidate(merchant.key)}>
      <GoneGuard code="user.not_found" gone={<Gone />}>
        <Show when={found()}>
          {(known) => (
            <>
              <KnownMerchant merchant={known()} />
              <Loaded shapes={["block", "block"]} again={() => void revalidate(market.key)}>
                <Offers merchantId={known().id} />
              </Loaded>
            </>
          )}
        </Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownMerchant(props: { merchant: MerchantCard }) {
  keepTitle(() => `${props.merchant.displayName}, ShareYourSales`);
  const rate = () => props.merchant.deliveryRateBps;
  const sites = () =>
    props.merchant.hosts.map((host) => ({
      name: texts().sites,
      value: <Code>{host}</Code>,
    }));
  return (
    <>
      <PageHeader title={`\u2068${props.merchant.displayName}\u2069`} />
      <Card>
        <FactList
          facts={[
            ...sites(),
            { name: texts().products, value: <Figure>{formatCount(props.merchant.products, locale())}</Figure> },
            {
              name: texts().delivery,
              value: (
                <Figures
                  main={<Figure>{wholeRate(rate())}</Figure>}
                  why={
                    <Why of={texts().delivery}>
                      {rate() === null ? marketTexts().offer.noNumber : texts().deliveryWhy}
                    </Why>
                  }
                />
              ),
            },
            { name: texts().since, value: <DateText at={props.merchant.memberSince} /> },
          ]}
        />
      </Card>
    </>
  );
}

function Offers(props: { merchantId: string }) {
  const filter = () => ({ merchantId: props.merchantId });
  const first = createAsync(() => market(filter()));
  const tree = createAsync(() => categories());
  return (
    <Show when={first()}>
      {(page) => (
        <Show when={page().data.length > 0} fallback={<NothingOnOffer />}>
          <MarketResults filter={filter()} heading="h2" first={page()} categories={tree()} />
        </Show>
      )}
    </Show>
  );
}

function NothingOnOffer() {
  return (
    <EmptyState
      icon={<PackageSearch />}
      title={texts().empty}
      text={texts().emptyText}
      action={
        <Button variant="secondary" href={MARKET}>
          {marketTexts().list.showAll}
        </Button>
      }
    />
  );
}

function Gone() {
  keepTitle(() => `${texts().gone}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().gone} />
      <EmptyState
        icon={<StoreIcon />}
        title={texts().gone}
        text={texts().goneText}
        action={<Button href={MARKET}>{marketTexts().list.showAll}</Button>}
      />
    </>
  );
}
