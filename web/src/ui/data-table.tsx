import { For, type JSX, Show } from "solid-js";
import { isPhone } from "../phone.ts";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => JSX.Element;
  /** Amounts and counts: at the end of the column, under each other. */
  readonly number?: boolean;
  /** The two facts that lead the card on a phone: what it is, and how much. */
  readonly lead?: boolean;
  /** What can be done with the row: beside the lead on a phone, never below it. */
  readonly action?: boolean;
  /** Whether the row has this fact: without it, its card leaves the line out. */
  readonly has?: (row: Row) => boolean;
}

/** Rows that can be chosen for a common act; the words are for assistive technology. */
export interface RowChoice<Row> {
  readonly isChosen: (row: Row) => boolean;
  readonly choose: (row: Row, isChosen: boolean) => void;
  readonly nameOf: (row: Row) => string;
  readonly chooseAll: (isChosen: boolean) => void;
  readonly allName: string;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Shown instead of rows when there are none. */
  readonly empty?: JSX.Element;
  readonly choice?: RowChoice<Row>;
  /** Names each row in the document, for keys that go from row to row. */
  readonly keyOf?: (row: Row) => string;
}

/** Rows under a head that stays; on a phone each row is a card led by the columns marked `lead`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return (
    <Show when={props.rows.length > 0} fallback={props.empty}>
      <Show when={isPhone()} fallback={<WideTable {...props} />}>
        <ul aria-label={props.caption}>
          <For each={props.rows}>{(row) => <CardRow {...props} row={row} />}</For>
        </ul>
      </Show>
    </Show>
  );
}

function WideTable<Row>(props: DataTableProps<Row>) {
  const edge = (column: Column<Row>) => (column.number ? "text-end" : "text-start");
  return (
    <section class="max-h-[70vh] overflow-auto -outline-offset-3" aria-label={props.caption} tabindex="0">
      <table class="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <Show when={props.choice}>
              {(choice) => (
                <th scope="col" class="sticky top-0 z-10 w-10 border-b border-line bg-surface ps-5">
                  <ChoiceBox
                    name={choice().allName}
                    isChosen={props.rows.every((row) => choice().isChosen(row))}
                    onChange={(isChosen) => choice().chooseAll(isChosen)}
                  />
                </th>
              )}
            </Show>
            <For each={props.columns}>
              {(column) => (
                <th
                  scope="col"
                  class={`sticky top-0 z-10 border-b border-line bg-surface px-4 py-2.5 text-xs font-medium whitespace-nowrap text-ink-soft first:ps-6 last:pe-6 ${edge(column)}`}
                >
                  {column.head}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr
                data-row={props.keyOf?.(row)}
                class={`group transition-colors duration-150 focus-within:bg-sunken/60 hover:bg-sunken/60 ${props.choice?.isChosen(row) ? "bg-majorelle-wash" : ""}`}
              >
                <Show when={props.choice}>
                  {(choice) => (
                    <td class="border-b border-line ps-5 group-last:border-0">
                      <RowBox choice={choice()} row={row} />
                    </td>
                  )}
                </Show>
                <For each={props.columns}>
                  {(column) => (
                    <td
                      class={`border-b border-line px-4 py-3 group-last:border-0 first:ps-6 last:pe-6 ${edge(column)}`}
                    >
                      {column.cell(row)}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function RowBox<Row>(props: { choice: RowChoice<Row>; row: Row }) {
  return (
    <ChoiceBox
      name={props.choice.nameOf(props.row)}
      isChosen={props.choice.isChosen(props.row)}
      onChange={(isChosen) => props.choice.choose(props.row, isChosen)}
    />
  );
}

function ChoiceBox(props: { name: string; isChosen: boolean; onChange: (isChosen: boolean) => void }) {
  return (
    <label class="-m-2 grid size-10 place-items-center">
      <input
        type="checkbox"
        class="size-5 rounded-sm accent-majorelle"
        aria-label={props.name}
        checked={props.isChosen}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

function CardRow<Row>(props: DataTableProps<Row> & { row: Row }) {
  return (
    <li
      data-row={props.keyOf?.(props.row)}
      class={`grid gap-2 border-b border-line px-5 py-4 last:border-0 ${props.choice?.isChosen(props.row) ? "bg-majorelle-wash" : ""}`}
    >
      <div class="flex items-start justify-between gap-x-2">
        <Show when={props.choice}>{(choice) => <RowBox choice={choice()} row={props.row} />}</Show>
        <div class="flex min-w-0 grow flex-wrap items-start justify-between gap-x-4 gap-y-1 font-medium">
          <For each={props.columns.filter((column) => column.lead)}>
            {(column, index) => (
              <span
                class={column.number ? "shrink-0" : index() === 0 ? "min-w-0 grow basis-32 break-words" : "min-w-0"}
              >
                {column.cell(props.row)}
              </span>
            )}
          </For>
        </div>
        <For each={props.columns.filter((column) => column.action)}>{(column) => column.cell(props.row)}</For>
      </div>
      <dl class="grid gap-1.5 text-sm">
        <For
          each={props.columns.filter((column) => !column.lead && !column.action && (column.has?.(props.row) ?? true))}
        >
          {(column) => (
            <div class="flex flex-wrap items-center justify-between gap-x-4">
              <dt class="text-ink-soft">{column.head}</dt>
              <dd class="min-w-0 text-end">{column.cell(props.row)}</dd>
            </div>
          )}
        </For>
      </dl>
    </li>
  );
}
