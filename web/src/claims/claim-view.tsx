import { createAsync, revalidate, useParams, useSearchParams } from "@solidjs/router";
import Scale from "lucide-solid/icons/scale";
import { type JSX, Show, Suspense } from "solid-js";
import type { Claim } from "../../../schemas/claims.ts";
import type { Role } from "../../../schemas/users.ts";
import { claim } from "../data/claims.ts";
import { keepTitle } from "../page-title.ts";
import { GoneGuard } from "../shell/gone-guard.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Row, TextLink } from "../ui/layout.tsx";
import { MainAndSide } from "../ui/main-and-side.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { ClaimExchange } from "./claim-exchange.tsx";
import { ClaimNext } from "./claim-next.tsx";
import { ClaimOrder } from "./claim-order.tsx";
import { claimTitle, hasEnded, STATUS_OF, turnText } from "./claim-words.ts";
import { EvidenceCard } from "./evidence-card.tsx";

const texts = () => claimTexts().page;

interface ClaimViewProps {
  readonly reader: Role;
  /** What the reader can do when it is theirs to act. */
  readonly act: (claim: Claim) => JSX.Element;
}

/** One claim: what was said, what is next, and the reader's own act beside it. */
export function ClaimView(props: ClaimViewProps) {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => claim(props.reader, params.id));
  return (
    <Loaded shapes={["title", "line", "block", "block"]} again={() => void revalidate(claim.key)}>
      <GoneGuard code="claim.not_found" gone={<Gone reader={props.reader} />}>
        <Show when={found()?.id} keyed>
          {(_) => <Show when={found()}>{(known) => <KnownClaim {...props} claim={known()} />}</Show>}
        </Show>
      </GoneGuard>
    </Loaded>
  );
}

function KnownClaim(props: ClaimViewProps & { claim: Claim }) {
  const [params] = useSearchParams();
  keepTitle(() => `${claimTitle(props.claim)}, ShareYourSales`);
  const party = () => (props.reader === "admin" || hasEnded(props.claim) ? undefined : props.reader);
  return (
    <>
      <PageHeader title={claimTitle(props.claim)} lead={<Lead claim={props.claim} reader={props.reader} />} />
      <Show when={params.sent !== undefined && props.claim.state === "open"}>
        <Notice tone={params.missing === undefined ? "success" : "attention"} live>
          {texts().sent} {params.missing === undefined ? "" : texts().piecesMissing}
        </Notice>
      </Show>
      <MainAndSide
        side={
          <>
            <Show
              when={props.claim.isYourTurn || (props.reader === "admin" && props.claim.state === "open")}
              fallback={<ClaimNext claim={props.claim} reader={props.reader} />}
            >
              {props.act(props.claim)}
            </Show>
            <Show when={props.reader !== "admin" && props.claim.conversionId}>
              {(conversionId) => (
                <Suspense>
                  <ClaimOrder conversionId={conversionId()} />
                </Suspense>
              )}
            </Show>
            <Show when={party()}>{(own) => <EvidenceCard claim={props.claim} party={own()} />}</Show>
          </>
        }
      >
        <ClaimExchange claim={props.claim} reader={props.reader} />
      </MainAndSide>
    </>
  );
}

function Lead(props: { claim: Claim; reader: Role }) {
  return (
    <Row gap="normal">
      <StatusBadge status={STATUS_OF[props.claim.state]} />
      <Show when={turnText(props.claim, props.reader, Date.now())}>{(turn) => <span>{turn()}</span>}</Show>
      <TextLink href={`/${props.reader}/claims`}>{texts().back}</TextLink>
    </Row>
  );
}

function Gone(props: { reader: Role }) {
  keepTitle(() => `${texts().gone}, ShareYourSales`);
  return (
    <>
      <PageHeader title={texts().gone} />
      <EmptyState
        icon={<Scale />}
        title={texts().gone}
        text={texts().goneText}
        action={<Button href={`/${props.reader}/claims`}>{texts().back}</Button>}
      />
    </>
  );
}
