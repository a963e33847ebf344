import { type JSX, Show } from "solid-js";
import type { InfluencerCard } from "../../../schemas/requests.ts";
import { locale } from "../locale.tsx";
import { formatCount, formatRate } from "../money.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Code } from "../ui/code.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Facts } from "../ui/facts.tsx";
import { Figure } from "../ui/figure.tsx";
import { Details } from "../ui/item-list.tsx";
import { Small, Stack } from "../ui/layout.tsx";
import { Person } from "../ui/person.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";

const texts = () => merchantTexts().influencers;
export const NETWORK_NAMES = { instagram: "Instagram", tiktok: "TikTok", facebook: "Facebook" } as const;

/** An influencer as a merchant judges one: verified followers, and what past orders became. */
export function InfluencerFacts(props: { influencer: InfluencerCard; action?: JSX.Element }) {
  return (
    <Stack gap="normal">
      <Person
        name={props.influencer.displayName}
        action={props.action}
        badges={
          <>
            <Show when={props.influencer.kycApproved}>
              <Tag strong>{texts().verified}</Tag>
            </Show>
            <Show when={props.influencer.blocked}>
              <Tag>{texts().blocked}</Tag>
            </Show>
          </>
        }
      >
        <Show when={props.influencer.handle}>{(handle) => <Code>@{handle()}</Code>}</Show>
        <span>
          {texts().memberSince} <DateText at={props.influencer.memberSince} />
        </span>
      </Person>
      <Facts facts={numbersOf(props.influencer)} />
      <Accounts accounts={props.influencer.accounts} />
    </Stack>
  );
}

function numbersOf({ followers, conversions, conversionsWithYou, deliveryRateBps }: InfluencerCard) {
  const count = (value: number) => <Figure>{formatCount(value, locale())}</Figure>;
  const delivery = deliveryRateBps === null ? "—" : formatRate(Math.round(deliveryRateBps / 100) * 100, locale());
  return [
    {
      name: texts().followers,
      value: (
        <>
          {count(followers)} <Why of={texts().followers}>{texts().followersWhy}</Why>
        </>
      ),
    },
    {
      name: texts().delivery,
      value: (
        <>
          <Figure>{delivery}</Figure>{" "}
          <Why of={texts().delivery}>
            {deliveryRateBps === null ? merchantTexts().products.noNumber : texts().deliveryWhy}
          </Why>
        </>
      ),
    },
    { name: texts().sales, value: count(conversions) },
    { name: texts().withYou, value: count(conversionsWithYou) },
  ];
}

function Accounts(props: { accounts: InfluencerCard["accounts"] }) {
  return (
    <Show when={props.accounts.length > 0} fallback={<Small>{texts().noAccount}</Small>}>
      <Details
        details={props.accounts.map((account) => ({
          name: NETWORK_NAMES[account.provider],
          value: (
            <>
              <Code>@{account.username}</Code> <Figure>{formatCount(account.followers, locale())}</Figure>
              {" · "}
              {fill(texts().engagement, { rate: formatRate(account.engagementBps, locale()) })}
            </>
          ),
        }))}
      />
    </Show>
  );
}
