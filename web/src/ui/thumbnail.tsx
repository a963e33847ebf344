import Package from "lucide-solid/icons/package";
import { Show } from "solid-js";

const SIZES = { small: "size-12", large: "size-16 sm:size-20" } as const;

/** A small square picture of a thing; a quiet mark where there is none. The name stands beside it. */
export function Thumbnail(props: { url: string | null | undefined; size?: keyof typeof SIZES }) {
  const shape = () => `${SIZES[props.size ?? "small"]} shrink-0 rounded-md border border-line bg-sunken`;
  return (
    <Show
      when={props.url}
      fallback={
        <span class={`grid place-items-center text-ink-soft ${shape()}`}>
          <Package class="size-5" />
        </span>
      }
    >
      {(url) => <img class={`object-cover ${shape()}`} src={url()} alt="" loading="lazy" decoding="async" />}
    </Show>
  );
}
