import { createAsync, revalidate, useParams, useSearchParams } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { approvedRequests, link } from "../data/links.ts";
import { product } from "../data/products.ts";
import { locale } from "../locale.tsx";
import { formatWholeMad } from "../money.ts";
import { keepTitle } from "../page-title.ts";
import { textIn } from "../product-text.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { linkTexts } from "../text/links/texts.ts";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { LinkPreview } from "../ui/link-preview.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { CouponsCard } from "./coupons-card.tsx";
import { LinkActions } from "./link-actions.tsx";
import { LinkGone } from "./link-gone.tsx";
import { linkName, requestOf } from "./link-name.ts";
import { LinkNumbers, LinkSettings } from "./link-numbers.tsx";
import { shortUrl } from "./link-table.tsx";
import { QrCard } from "./qr-card.tsx";
import { ElsewhereCard, ShareCard } from "./share-card.tsx";

const texts = () => linkTexts().page;

/** One link: sharing it, its code to scan, its coupons, what it has brought. */
export function LinkPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => link(params.id));
  const approved = createAsync(() => approvedRequests());
  return (
    <Loaded
      shapes={["title", "block", "block", "line"]}
      again={() => void revalidate([link.key, approvedRequests.key])}
    >
      <GoneGuard code="link.not_found" gone={<LinkGone />}>
        {/* Another link begins anew: its message, its codes. */}
        <Show when={found()?.id} keyed>
          {(_) => (
            <Show when={found()}>
              {(known) => <KnownLink link={known()} request={requestOf(known(), approved())} />}
            </Show>
          )}
        </Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownLink(props: { link: Link; request: AffiliationRequest | undefined }) {
  const [search] = useSearchParams();
  const name = () => linkName(props.link, props.request?.product.title);
  keepTitle(() => `${name()}, ShareYourSales`);
  return (
    <>
      <PageHeader
        title={name()}
        lead={
          <>
            <StatusBadge status={props.link.state} /> <Code>{shortUrl(props.link.url)}</Code>
          </>
        }
        actions={<LinkActions link={props.link} />}
      />
      <Show when={search.created === "1"}>
        <Notice tone="success" live>
          {texts().created}
        </Notice>
      </Show>
      <Show when={props.link.state !== "active" && props.link.state}>
        {(state) => <Notice tone="attention">{texts()[state()]}</Notice>}
      </Show>
      <MainAndSide
        side={
          <>
            <Suspense>
              <PreviewCard link={props.link} />
            </Suspense>
            <QrCard link={props.link} name={name()} />
            <LinkSettings
              link={props.link}
              productName={props.request ? textIn(props.request.product.title) : texts().product}
            />
          </>
        }
      >
        <Suspense fallback={<ShareCard link={props.link} product={undefined} />}>
          <Sharing link={props.link} />
        </Suspense>
        <LinkNumbers stats={props.link.stats} />
        <ElsewhereCard link={props.link} />
        <CouponsCard linkId={props.link.id} />
      </MainAndSide>
    </>
  );
}

// A product that has left the marketplace has no words to share.
const productOf = (id: string) => product(id).catch(() => undefined);

function Sharing(props: { link: Link }) {
  const sold = createAsync(() => productOf(props.link.productId));
  return <ShareCard link={props.link} product={sold()} />;
}

function PreviewCard(props: { link: Link }) {
  const sold = createAsync(() => productOf(props.link.productId));
  return (
    <Show when={sold()}>
      {(known) => (
        <Card title={linkTexts().share.preview} text={linkTexts().share.previewText}>
          <LinkPreview
            image={known().images[0]?.url}
            title={textIn(known().title)}
            text={`${formatWholeMad(known().priceMinor, locale())} · ${known().merchantName}`}
            host={new URL(props.link.url).host}
          />
        </Card>
      )}
    </Show>
  );
}
