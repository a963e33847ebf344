import FileImage from "lucide-solid/icons/file-image";
import { type JSX, Show } from "solid-js";

/** A file on its way: what happens to it now, or why it did not arrive. */
export function FileProgress(props: { name: string; text: string; fault?: string | undefined; actions?: JSX.Element }) {
  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line px-3 py-2 text-sm">
      <FileImage class="size-5 text-ink-soft" />
      <div class="grid min-w-0 flex-1 gap-1">
        <bdi class="truncate font-medium">{props.name}</bdi>
        <Show
          when={props.fault}
          fallback={
            <>
              <span class="text-ink-soft">{props.text}</span>
              <progress class="h-1 w-full overflow-clip rounded-full accent-majorelle" aria-label={props.name} />
            </>
          }
        >
          {(fault) => (
            <span class="text-terracotta-ink">
              {props.text}. {fault()}
            </span>
          )}
        </Show>
      </div>
      <span class="flex gap-1">{props.actions}</span>
    </div>
  );
}
