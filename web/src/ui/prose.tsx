import { For } from "solid-js";

export interface ProseSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A text to read: a title, then sections of paragraphs. */
export function Prose(props: { title: string; lead: string; sections: readonly ProseSection[] }) {
  return (
    <article class="mx-auto grid w-full max-w-page gap-8 px-4 py-10 sm:px-6 sm:py-14">
      <header class="grid max-w-prose gap-3">
        <h1 tabindex="-1" data-page-title class="display-type text-xl outline-none sm:text-2xl">
          {props.title}
        </h1>
        <p class="text-ink-soft">{props.lead}</p>
      </header>
      <For each={props.sections}>
        {(section) => (
          <section class="grid max-w-prose gap-2">
            <h2 class="text-lg font-semibold">{section.title}</h2>
            <For each={section.paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
          </section>
        )}
      </For>
    </article>
  );
}
