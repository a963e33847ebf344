import Search from "lucide-solid/icons/search";
import { createEffect, onCleanup, onMount } from "solid-js";
import { isTyping } from "../is-typing.ts";
import { CONTROL, controlBorder } from "./field.tsx";

const QUIET_MS = 300;

/** Words to look for: taken once typing rests, or at once with Enter. The key `/` goes there. */
export function SearchField(props: { name: string; label: string; value: string; onSearch: (words: string) => void }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let input: HTMLInputElement | undefined;
  const press = (event: KeyboardEvent) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    input?.select();
  };
  // What is being typed is newer than what the address says.
  createEffect(() => {
    const { value } = props;
    if (input && document.activeElement !== input) input.value = value;
  });
  onMount(() => addEventListener("keydown", press));
  onCleanup(() => {
    removeEventListener("keydown", press);
    clearTimeout(timer);
  });
  const search = (words: string, waitMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => props.onSearch(words.trim()), waitMs);
  };
  return (
    <search class="w-full sm:max-w-80">
      <form
        class="relative flex w-full items-center"
        onSubmit={(event) => {
          event.preventDefault();
          search(String(new FormData(event.currentTarget).get(props.name) ?? ""), 0);
        }}
      >
        <Search class="pointer-events-none absolute start-3 size-4.5 text-ink-soft" />
        <input
          ref={(element) => {
            input = element;
          }}
          id={props.name}
          name={props.name}
          type="search"
          class={`${CONTROL} ${controlBorder(undefined)} ps-10`}
          placeholder={props.label}
          aria-label={props.label}
          autocomplete="off"
          aria-keyshortcuts="/"
          onInput={(event) => search(event.currentTarget.value, QUIET_MS)}
        />
      </form>
    </search>
  );
}
