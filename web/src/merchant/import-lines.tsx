import { createSignal, For, Show } from "solid-js";
import { IMPORT_ACTIONS, type ImportReport } from "../../../schemas/products.ts";
import { locale } from "../locale.tsx";
import { formatCount } from "../money.ts";
import { fill } from "../text/fill.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { FilterButtons } from "../ui/filter-buttons.tsx";
import { GrowingList } from "../ui/growing-list.tsx";
import { Gutter, Inset, Small } from "../ui/layout.tsx";
import { Change, SheetLine } from "../ui/sheet-line.tsx";

type Line = ImportReport["lines"][number];
type View = Line["action"] | "all";

const texts = () => productFormTexts().import;
const TONES = { create: "mint", update: "blue", unchanged: "neutral", invalid: "terracotta" } as const;

/** The lines of the file by what each does; faults first where there are any. */
export function ImportLines(props: { lines: readonly Line[]; counts: ImportReport["counts"] }) {
  const [view, setView] = createSignal<View>(props.counts.invalid > 0 ? "invalid" : "all");
  const shown = () => (view() === "all" ? props.lines : props.lines.filter(({ action }) => action === view()));
  const views = () => [
    { value: "all", text: texts().all, count: formatCount(props.lines.length, locale()) },
    ...IMPORT_ACTIONS.map((action) => ({
      value: action,
      text: texts()[action],
      count: formatCount(props.counts[action], locale()),
    })),
  ];
  return (
    <>
      <Gutter>
        <FilterButtons
          label={texts().views}
          choices={views()}
          value={view()}
          onChange={(value) => setView(IMPORT_ACTIONS.find((action) => action === value) ?? "all")}
        />
      </Gutter>
      <Show
        when={shown().length > 0}
        fallback={
          <Inset>
            <Small>{texts().noLines}</Small>
          </Inset>
        }
      >
        <GrowingList label={texts().views} items={shown()}>
          {(line) => <ImportLine line={line} />}
        </GrowingList>
      </Show>
    </>
  );
}

function ImportLine(props: { line: Line }) {
  return (
    <SheetLine
      number={fill(texts().line, { line: formatCount(props.line.line, locale()) })}
      code={props.line.reference}
      title={props.line.title}
      tone={TONES[props.line.action]}
      effect={texts()[props.line.action]}
    >
      <For each={props.line.errors}>{(error) => <Change name={error.path} fault={error.message} />}</For>
      <For each={props.line.changes}>
        {(change) => <Change name={change.field} from={change.from ?? texts().empty} to={change.to ?? texts().empty} />}
      </For>
    </SheetLine>
  );
}
