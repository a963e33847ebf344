import Check from "lucide-solid/icons/check";
import { For } from "solid-js";

/** What is included, or promised, point by point. */
export function CheckList(props: { points: readonly string[]; small?: boolean }) {
  return (
    <ul class={`grid content-start ${props.small ? "gap-1.5 text-sm" : "gap-3"}`}>
      <For each={props.points}>
        {(point) => (
          <li class="flex items-start gap-2.5">
            <Check class={`shrink-0 text-mint-ink ${props.small ? "mt-0.5 size-4" : "mt-1 size-4.5"}`} />
            <span>{point}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
