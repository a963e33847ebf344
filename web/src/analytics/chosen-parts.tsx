import { createAsync } from "@solidjs/router";
import { For, Show, Suspense } from "solid-js";
import { analyticsBreakdown } from "../data/analytics.ts";
import { analyticsTexts } from "../text/analytics/texts.ts";
import { fill } from "../text/fill.ts";
import { FilterLinks } from "../ui/filter-links.tsx";
import { addressOf, type Choice, PARTS, type Part, queryOf, type Side } from "./choice.ts";
import { labelOf } from "./label-of.ts";

/** What the numbers are narrowed to; a press on it widens them again. */
export function ChosenParts(props: { side: Side; choice: Choice }) {
  const chosen = () => PARTS.filter((part) => props.choice.parts[part] !== undefined);
  return (
    <For each={chosen()}>
      {(part) => (
        <Suspense>
          <ChosenPart {...props} part={part} />
        </Suspense>
      )}
    </For>
  );
}

function ChosenPart(props: { side: Side; choice: Choice; part: Part }) {
  const rows = createAsync(() => analyticsBreakdown({ ...queryOf(props.choice), by: props.part, limit: "1" }));
  const id = () => props.choice.parts[props.part] ?? "";
  const name = () => labelOf(props.part, rows()?.rows[0] ?? { key: id(), label: null });
  const texts = () => analyticsTexts();
  return (
    <Show when={id()}>
      <FilterLinks
        label={texts().page.narrowed}
        links={[
          {
            href: addressOf(props.side, props.choice, { [props.part]: undefined }),
            text: `${fill(texts().page.only, { what: texts().breakdown[props.part], name: name() })} ×`,
            current: true,
          },
        ]}
      />
    </Show>
  );
}
