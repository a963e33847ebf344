import X from "lucide-solid/icons/x";
import { createSignal, For, Show } from "solid-js";
import { uiTexts } from "../text/ui/texts.ts";
import { CONTROL, controlBorder, errorIdOf, FieldFault } from "./field.tsx";

export interface PickOption {
  readonly value: string;
  readonly text: string;
  /** What else finds it: its names in other languages. */
  readonly words: string;
}

/** Some of many: found by typing, shown as chips that can be taken away. */
export function PickMany(props: {
  name: string;
  legend: string;
  search: string;
  /** Said when nothing is chosen: what that means. */
  none: string;
  options: readonly PickOption[];
  chosen: readonly string[];
  error?: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}) {
  const [words, setWords] = createSignal("");
  const pick = (value: string) => {
    props.onChange([...props.chosen, value]);
    setWords("");
  };
  const found = () =>
    props.options.filter(
      ({ value, words: known }) => !props.chosen.includes(value) && folded(known).includes(folded(words())),
    );
  return (
    <fieldset
      id={props.name}
      tabindex="-1"
      class="grid min-w-0 grid-cols-1 gap-2 outline-none"
      aria-describedby={props.error ? errorIdOf(props.name) : undefined}
    >
      <legend class="mb-1.5 text-sm font-medium">{props.legend}</legend>
      <Show when={props.chosen.length > 0} fallback={<p class="text-sm text-ink-soft">{props.none}</p>}>
        <ul class="flex flex-wrap gap-1.5">
          <For each={props.chosen}>
            {(value) => (
              <Chip
                text={props.options.find((option) => option.value === value)?.text ?? value}
                onRemove={() => props.onChange(props.chosen.filter((other) => other !== value))}
              />
            )}
          </For>
        </ul>
      </Show>
      <input
        type="search"
        class={`${CONTROL} ${controlBorder(props.error)}`}
        placeholder={props.search}
        aria-label={props.search}
        autocomplete="off"
        value={words()}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <ul class="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto p-0.5" aria-label={props.search}>
        <For each={found()}>
          {(option) => (
            <li>
              <button
                type="button"
                class="min-h-9 rounded-full border border-line bg-surface px-3 text-sm hover:border-line-strong hover:bg-sunken"
                onClick={() => pick(option.value)}
              >
                <span aria-hidden="true">+ </span>
                {option.text}
              </button>
            </li>
          )}
        </For>
      </ul>
      <FieldFault name={props.name} error={props.error} />
    </fieldset>
  );
}

function Chip(props: { text: string; onRemove: () => void }) {
  return (
    <li class="inline-flex items-center rounded-full border border-majorelle/25 bg-majorelle-wash ps-3 text-sm text-majorelle-ink">
      {props.text}
      <button
        type="button"
        class="grid size-9 place-items-center rounded-full hover:text-ink"
        aria-label={`${uiTexts().remove}: ${props.text}`}
        onClick={() => props.onRemove()}
      >
        <X class="size-4" />
      </button>
    </li>
  );
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
