import { For } from "solid-js";
import type { StorefrontTheme } from "./storefront.tsx";

/** One of a few looks, each shown as it is. */
export function ThemeSwatches(props: {
  legend: string;
  name: string;
  themes: readonly { readonly value: StorefrontTheme; readonly text: string }[];
  value: string;
  onChange: (theme: StorefrontTheme) => void;
}) {
  return (
    <fieldset class="grid min-w-0">
      <legend class="mb-1.5 text-sm font-medium">{props.legend}</legend>
      <div class="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
        <For each={props.themes}>
          {(theme) => (
            <label class="grid gap-1.5 rounded-lg border border-line-strong bg-surface p-2 text-sm has-checked:border-majorelle has-checked:bg-majorelle-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-majorelle">
              <span
                data-storefront={theme.value}
                aria-hidden="true"
                class="grid h-14 grid-rows-[2fr_3fr] overflow-clip rounded-md border border-line bg-paper"
              >
                <span class="bg-(--storefront-band)" />
                <span class="m-1.5 rounded-sm border border-line bg-surface" />
              </span>
              <span class="flex items-center gap-2">
                <input
                  type="radio"
                  name={props.name}
                  value={theme.value}
                  class="size-4 shrink-0 accent-majorelle outline-none"
                  checked={theme.value === props.value}
                  onChange={() => props.onChange(theme.value)}
                />
                {theme.text}
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
