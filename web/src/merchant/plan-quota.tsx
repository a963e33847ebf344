import { Show } from "solid-js";
import type { OwnProductPage } from "../../../schemas/products.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Figure } from "../ui/figure.tsx";
import { Gutter, TextLink } from "../ui/layout.tsx";
import { Meter } from "../ui/meter.tsx";
import { Notice } from "../ui/notice.tsx";

/** How many products may still be active. */
export function PlanQuota(props: { plan: OwnProductPage["plan"] }) {
  const texts = () => merchantTexts().products;
  const used = () => formatCount(props.plan.productsActive, locale());
  return (
    <Show when={props.plan.productsMax}>
      {(max) => (
        <Gutter>
          <Meter
            label={fill(texts().quota, { plan: props.plan.name })}
            used={props.plan.productsActive}
            max={max()}
            note={<Figure>{fill(texts().quotaUsed, { used: used(), max: formatCount(max(), locale()) })}</Figure>}
          />
          <Show when={props.plan.productsActive >= max()}>
            <Notice tone="attention">
              {fill(texts().quotaFull, { plan: props.plan.name, max: max() })}{" "}
              <TextLink href="/pricing">{texts().plans}</TextLink>
            </Notice>
          </Show>
        </Gutter>
      )}
    </Show>
  );
}
