import { createAsync, revalidate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Coupon } from "../../../schemas/links.ts";
import { coupons } from "../data/links.ts";
import { locale } from "../locale.tsx";
import { formatRate } from "../money.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { uiTexts } from "../text/ui/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Code } from "../ui/code.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { DateText } from "../ui/date-text.tsx";
import { Item, ItemList } from "../ui/item-list.tsx";
import { Gutter, Row, Small } from "../ui/layout.tsx";
import { CreateCouponForm } from "./create-coupon-form.tsx";
import { RemoveCouponDialog } from "./remove-coupon-dialog.tsx";

const texts = () => linkTexts().coupons;

/** The codes that stand for a link where nobody clicks. */
export function LinkCouponsCard(props: { linkId: string }) {
  const [ending, setEnding] = createSignal<Coupon>();
  return (
    <Card title={texts().title} text={texts().lead} flush>
      <Loaded flush shapes={["line", "line"]} again={() => void revalidate(coupons.key)}>
        <Codes linkId={props.linkId} onEnd={setEnding} />
      </Loaded>
      <Gutter>
        <CreateCouponForm linkId={props.linkId} />
      </Gutter>
      <RemoveCouponDialog coupon={ending()} onClose={() => setEnding()} />
    </Card>
  );
}

function Codes(props: { linkId: string; onEnd: (coupon: Coupon) => void }) {
  const known = createAsync(() => coupons(props.linkId));
  return (
    <Show when={known()}>
      {(codes) => (
        <Show
          when={codes().length > 0}
          fallback={
            <Gutter>
              <Small>{texts().empty}</Small>
            </Gutter>
          }
        >
          <ItemList label={texts().title} items={codes()}>
            {(coupon) => (
              <Item title={<Code>{coupon.code}</Code>} action={<Acts coupon={coupon} onEnd={props.onEnd} />}>
                <CouponTerms coupon={coupon} />
              </Item>
            )}
          </ItemList>
        </Show>
      )}
    </Show>
  );
}

function CouponTerms(props: { coupon: Coupon }) {
  return (
    <p>
      <bdi>{props.coupon.rateBps === null ? texts().ownRate : formatRate(props.coupon.rateBps, locale())}</bdi>
      <Show when={props.coupon.endsAt}>
        {(at) => (
          <>
            {" · "}
            {texts().until} <DateText at={at()} />
          </>
        )}
      </Show>
    </p>
  );
}

function Acts(props: { coupon: Coupon; onEnd: (coupon: Coupon) => void }) {
  return (
    <Row>
      <CopyButton value={props.coupon.code}>{uiTexts().copy}</CopyButton>
      <Button
        variant="quiet"
        label={fill(texts().removeOf, { code: props.coupon.code })}
        onClick={() => props.onEnd(props.coupon)}
      >
        {texts().remove}
      </Button>
    </Row>
  );
}
