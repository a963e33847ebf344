import { createAsync, revalidate, useParams, useSearchParams } from "@solidjs/router";
import Link2Off from "lucide-solid/icons/link-2-off";
import { createSignal, Show } from "solid-js";
import type { Link } from "../../../schemas/links.ts";
import { link } from "../data/links.ts";
import { keepTitle } from "../page-title.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Code } from "../ui/code.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { DeleteLinkDialog } from "./delete-link-dialog.tsx";
import { LinkActs } from "./link-acts.tsx";
import { LinkCouponsCard } from "./link-coupons-card.tsx";
import { LinkDetails } from "./link-details.tsx";
import { LinkNumbers } from "./link-numbers.tsx";
import { LinkQrCard } from "./link-qr-card.tsx";
import { ShareCards } from "./share-cards.tsx";

const texts = () => linkTexts().page;

/** One link: sharing it first, then what it brings and how it is set. */
export function LinkPage() {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => link(params.id));
  return (
    <Loaded shapes={["title", "line", "block", "block"]} again={() => void revalidate(link.key)}>
      <GoneGuard code="link.not_found" gone={<Gone />}>
        {/* Another link begins anew: its message, its codes. */}
        <Show when={found()?.id} keyed>
          {(_) => <Show when={found()}>{(known) => <KnownLink link={known()} />}</Show>}
        </Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownLink(props: { link: Link }) {
  const [params] = useSearchParams();
  const [isDeleting, setDeleting] = createSignal(false);
  const name = () => props.link.title ?? props.link.slug;
  keepTitle(() => `${name()}, ShareYourSales`);
  return (
    <>
      <PageHeader
        title={`\u2068${name()}\u2069`}
        lead={<Code>/{props.link.slug}</Code>}
        actions={<LinkActs link={props.link} onDelete={() => setDeleting(true)} />}
      />
      <Show when={params.created !== undefined && props.link.state === "active"}>
        <Notice tone="success" live>
          {texts().created}
        </Notice>
      </Show>
      <StoppedNotice state={props.link.state} />
      <MainAndSide
        side={
          <>
            <LinkNumbers link={props.link} />
            <LinkQrCard link={props.link} />
            <LinkDetails link={props.link} />
          </>
        }
      >
        <ShareCards link={props.link} />
        <LinkCouponsCard linkId={props.link.id} />
      </MainAndSide>
      <DeleteLinkDialog link={props.link} open={isDeleting()} onClose={() => setDeleting(false)} />
    </>
  );
}

function StoppedNotice(props: { state: Link["state"] }) {
  return (
    <Show when={props.state !== "active" && props.state}>
      {(state) => <Notice tone="attention">{texts()[state()]}</Notice>}
    </Show>
  );
}

function Gone() {
  keepTitle(() => `${texts().gone}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().gone} />
      <EmptyState
        icon={<Link2Off />}
        title={texts().gone}
        text={texts().goneText}
        action={<Button href="/influencer/links">{linkTexts().list.showAll}</Button>}
      />
    </>
  );
}
