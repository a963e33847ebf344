import CircleAlert from "lucide-solid/icons/circle-alert";
import CircleCheck from "lucide-solid/icons/circle-check";
import Info from "lucide-solid/icons/info";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";

export type Tone = "info" | "success" | "attention" | "loss";

const LOOKS: Readonly<Record<Tone, string>> = {
  info: "border-majorelle/30 bg-majorelle-wash",
  success: "border-mint-fill/45 bg-mint-wash",
  attention: "border-saffron-fill/60 bg-saffron-wash",
  loss: "border-terracotta-fill/45 bg-terracotta-wash",
};
const INKS: Readonly<Record<Tone, string>> = {
  info: "text-majorelle-ink",
  success: "text-mint-ink",
  attention: "text-saffron-ink",
  loss: "text-terracotta-ink",
};
const ICONS = { info: Info, success: CircleCheck, attention: TriangleAlert, loss: CircleAlert };

/** Something to know at this place. `live` says it aloud when it appears. */
export function Notice(props: {
  tone: Tone;
  title?: string;
  children?: JSX.Element;
  action?: JSX.Element;
  live?: boolean;
}) {
  return (
    <div
      class={`flex items-start gap-3 rounded-lg border p-4 ${LOOKS[props.tone]}`}
      role={props.live ? (props.tone === "loss" ? "alert" : "status") : undefined}
    >
      <Dynamic component={ICONS[props.tone]} class={`mt-0.5 size-5 shrink-0 ${INKS[props.tone]}`} />
      <div class="grid min-w-0 grow gap-1">
        <Show when={props.title}>
          <p class={`font-medium ${INKS[props.tone]}`}>{props.title}</p>
        </Show>
        <div class="text-sm text-ink">{props.children}</div>
        <Show when={props.action}>
          <div class="mt-2">{props.action}</div>
        </Show>
      </div>
    </div>
  );
}
