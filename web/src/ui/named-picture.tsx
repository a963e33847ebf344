import type { JSX } from "solid-js";
import { Show } from "solid-js";
import { Thumbnail } from "./thumbnail.tsx";

/** A thing by its picture and its name, with what is less important below. */
export function NamedPicture(props: {
  url: string | null | undefined;
  name: string;
  href?: string | undefined;
  children?: JSX.Element;
}) {
  return (
    <div class="flex min-w-0 items-center gap-3">
      <Thumbnail url={props.url} />
      <div class="grid min-w-0 gap-0.5">
        <Show when={props.href} fallback={<Name name={props.name} />}>
          {(href) => (
            <a class="min-w-0 text-ink no-underline decoration-1 underline-offset-3 hover:underline" href={href()}>
              <Name name={props.name} />
            </a>
          )}
        </Show>
        <Show when={props.children}>
          <div class="text-xs font-normal text-ink-soft">{props.children}</div>
        </Show>
      </div>
    </div>
  );
}

function Name(props: { name: string }) {
  return (
    <span class="line-clamp-2 font-medium [overflow-wrap:anywhere]" title={props.name}>
      <bdi>{props.name}</bdi>
    </span>
  );
}
