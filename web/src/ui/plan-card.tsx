import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import { CheckList } from "./check-list.tsx";

/** One plan: its price, what it allows, and the way in. */
export function PlanCard(props: {
  name: string;
  text: string;
  price: string;
  period: string;
  points: readonly string[];
  action?: JSX.Element;
  /** The level below the heading that stands above it. */
  heading: "h2" | "h3";
}) {
  return (
    <article class="grid grid-rows-[auto_auto_1fr_auto] gap-4 rounded-lg border border-line bg-surface p-5">
      <div class="grid gap-0.5">
        <Dynamic component={props.heading} class="font-semibold">
          {props.name}
        </Dynamic>
        <p class="text-sm text-ink-soft">{props.text}</p>
      </div>
      <p class="flex flex-wrap items-baseline gap-x-2">
        <bdi class="amount display-type text-xl">{props.price}</bdi>
        <span class="text-sm text-ink-soft">{props.period}</span>
      </p>
      <CheckList small points={props.points} />
      {props.action}
    </article>
  );
}
