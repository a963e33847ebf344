import { For, Show } from "solid-js";
import { fill } from "../text/fill.ts";
import { orderTexts } from "../text/orders/texts.ts";
import { uiTexts } from "../text/ui/texts.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Desk } from "./order-desk.ts";
import { leftText } from "./order-words.ts";

/** What the last act left as it was: each order with its reason. */
export function OrderLeft(props: { desk: Desk }) {
  const texts = () => orderTexts().acts;
  const left = () => props.desk.left();
  return (
    <>
      <Show when={props.desk.asked() === undefined}>
        <FormProblem problem={props.desk.problem()} />
      </Show>
      <Show when={left().length > 0}>
        <Notice
          tone="attention"
          live
          title={left().length === 1 ? texts().leftOne : fill(texts().left, { count: left().length })}
          action={
            <Button variant="quiet" size="small" onClick={() => props.desk.forgetLeft()}>
              {uiTexts().dismiss}
            </Button>
          }
        >
          <For each={left()}>
            {({ order, code }) => (
              <p>{fill(texts().leftLine, { order: `\u2068${order}\u2069`, why: leftText(code) })}</p>
            )}
          </For>
        </Notice>
      </Show>
    </>
  );
}
