import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import Equal from "lucide-solid/icons/equal";
import { Match, Switch } from "solid-js";

/** How a number has changed since the period before. Whether more of it is good is the number's own matter. */
export function Change(props: { text: string; direction: "up" | "down" | "same"; good: boolean }) {
  const ink = () =>
    props.direction === "same" ? "text-ink-soft" : props.good ? "text-mint-ink" : "text-terracotta-ink";
  return (
    <span class={`inline-flex items-center gap-1 text-xs font-medium [&_.lucide]:size-3.5 ${ink()}`}>
      <Switch fallback={<Equal aria-hidden="true" />}>
        <Match when={props.direction === "up"}>
          <ArrowUp aria-hidden="true" />
        </Match>
        <Match when={props.direction === "down"}>
          <ArrowDown aria-hidden="true" />
        </Match>
      </Switch>
      <bdi>{props.text}</bdi>
    </span>
  );
}
