import { Show } from "solid-js";
import type { Claim } from "../../../schemas/claims.ts";
import type { Role } from "../../../schemas/users.ts";
import { claimTexts } from "../text/claims/texts.ts";
import { listText } from "../text/list-text.ts";
import { Button } from "../ui/button.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Details, Item } from "../ui/item-list.tsx";
import { TextLink } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Tag } from "../ui/tag.tsx";
import { claimTitle, isolated, otherOf, STATUS_OF, turnText } from "./claim-words.ts";
import { amountText } from "./order-words.ts";

const texts = () => claimTexts().list;

/** One claim in a list: what it is about, with whom, and whose turn it is. */
export function ClaimItem(props: { claim: Claim; reader: Role }) {
  const href = () => `/${props.reader}/claims/${props.claim.id}`;
  const turn = () => turnText(props.claim, props.reader, Date.now());
  const details = () => [
    {
      name: props.reader === "admin" ? texts().between : texts().with,
      value: <bdi>{namesOf(props.claim, props.reader)}</bdi>,
    },
    { name: texts().openedAt, value: <DateText at={props.claim.createdAt} /> },
    ...(props.claim.amountMinor === null
      ? []
      : [{ name: texts().amount, value: <bdi>{amountText(props.claim.amountMinor, props.claim.currency)}</bdi> }]),
  ];
  return (
    <Item
      title={<TextLink href={href()}>{claimTitle(props.claim)}</TextLink>}
      badge={<StatusBadge status={STATUS_OF[props.claim.state]} />}
      action={
        <Show when={props.claim.isYourTurn}>
          <Button size="small" href={href()} label={`${texts().see}: ${claimTitle(props.claim)}`}>
            {texts().see}
          </Button>
        </Show>
      }
    >
      <Details details={details()} />
      <Show when={turn()}>
        {(said) => (
          <span>
            <Tag strong={props.claim.isYourTurn}>{said()}</Tag>
          </span>
        )}
      </Show>
    </Item>
  );
}

function namesOf({ merchant, influencer }: Claim, reader: Role): string {
  if (reader === "admin") return listText([isolated(merchant.name), isolated(influencer.name)]);
  return { merchant, influencer }[otherOf(reader)].name;
}
