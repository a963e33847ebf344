import Clock from "lucide-solid/icons/clock";
import Scale from "lucide-solid/icons/scale";
import { For, Show } from "solid-js";
import type { Claim } from "../../../schemas/claims.ts";
import type { Role } from "../../../schemas/users.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { fill } from "../text/fill.ts";
import { listText } from "../text/list-text.ts";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Exchange, Said } from "../ui/exchange.tsx";
import { FileTile, FileTiles } from "../ui/file-tiles.tsx";
import { Details } from "../ui/item-list.tsx";
import { TextLink } from "../ui/layout.tsx";
import { Quote } from "../ui/quote.tsx";
import { formatBytes, isolated, openerOf, otherOf, type Party } from "./claim-words.ts";
import { amountText } from "./order-words.ts";

const texts = () => claimTexts().page;

/** What both sides and the team said, in the order they said it. */
export function ClaimExchange(props: { claim: Claim; reader: Role }) {
  const opener = () => openerOf(props.claim);
  const other = () => otherOf(opener());
  const hasPieces = (by: Party) => props.claim.evidence.some((piece) => piece.by === by);
  return (
    <Card title={texts().exchange}>
      <Exchange label={texts().exchange}>
        <Said
          name={props.claim[opener()].name}
          act={props.claim.kind === "missing_sale" ? texts().saysMissing : texts().saysReturn}
          at={props.claim.createdAt}
        >
          <Quote>{props.claim.message}</Quote>
          <ClaimFacts claim={props.claim} reader={props.reader} />
          <Pieces claim={props.claim} by={opener()} />
        </Said>
        <Show when={props.claim.answer}>
          {(answer) => (
            <Said
              name={props.claim[other()].name}
              act={answer().answer === "accept" ? texts().accepts : texts().contests}
              at={answer().at}
            >
              <Show when={answer().message}>{(message) => <Quote>{message()}</Quote>}</Show>
              <Pieces claim={props.claim} by={other()} />
            </Said>
          )}
        </Show>
        <Show when={props.claim.answer === null && hasPieces(other())}>
          <Said name={props.claim[other()].name} act={texts().adds} at={undefined}>
            <Pieces claim={props.claim} by={other()} />
          </Said>
        </Show>
        <Show when={props.claim.answer === null && props.claim.state === "contested"}>
          <Said icon={<Clock />} act={texts().timeContests} at={props.claim.answerBy} />
        </Show>
        <Decision decision={props.claim.decision} />
      </Exchange>
    </Card>
  );
}

function Decision(props: { decision: Claim["decision"] }) {
  // What a side decides is its answer, told already.
  const told = () => (props.decision?.by === "party" ? undefined : (props.decision ?? undefined));
  const act = ({ by, decision }: NonNullable<Claim["decision"]>) => {
    if (by === "time") return texts().timeAccepts;
    return decision === "accept" ? texts().teamAccepts : texts().teamRejects;
  };
  return (
    <Show when={told()}>
      {(decision) => (
        <Said icon={decision().by === "time" ? <Clock /> : <Scale />} act={act(decision())} at={decision().at}>
          <Show when={decision().reason}>{(reason) => <Quote>{reason()}</Quote>}</Show>
        </Said>
      )}
    </Show>
  );
}

function ClaimFacts(props: { claim: Claim; reader: Role }) {
  const facts = () => {
    const { kind, orderRef, orderedAt, amountMinor, orderId, linkId, currency } = props.claim;
    const amount = amountMinor === null ? undefined : <bdi>{amountText(amountMinor, currency)}</bdi>;
    const link = {
      name: texts().link,
      value: <TextLink href={`/influencer/links/${linkId}`}>{texts().seeLink}</TextLink>,
    };
    if (kind === "missing_sale")
      return [
        { name: texts().orderRef, value: <Code>{orderRef}</Code> },
        ...(orderedAt === null ? [] : [{ name: texts().orderedAt, value: <DateText at={orderedAt} /> }]),
        ...(amount ? [{ name: texts().paid, value: amount }] : []),
        ...(props.reader === "influencer" ? [link] : []),
      ];
    return [
      ...(orderId === null ? [] : [{ name: texts().order, value: <Code>{orderId}</Code> }]),
      { name: texts().comesBack, value: amount ?? texts().wholeOrder },
    ];
  };
  return <Details details={facts()} />;
}

function Pieces(props: { claim: Claim; by: Party }) {
  const pieces = () => props.claim.evidence.filter(({ by }) => by === props.by);
  const nameOf = (index: number) =>
    fill(texts().piece, { number: index + 1, name: isolated(props.claim[props.by].name) });
  const isPicture = (type: string) => type.startsWith("image/");
  return (
    <Show when={pieces().length > 0}>
      <FileTiles label={texts().evidence}>
        <For each={pieces()}>
          {(piece, index) => (
            <FileTile
              href={piece.url}
              name={nameOf(index())}
              detail={listText([isPicture(piece.type) ? texts().image : texts().pdf, formatBytes(piece.bytes)])}
              isPicture={isPicture(piece.type)}
            />
          )}
        </For>
      </FileTiles>
    </Show>
  );
}
