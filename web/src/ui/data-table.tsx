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

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Shown instead of rows when there are none. */
  readonly empty?: JSX.Element;
}

/** Rows under a head that stays; on a phone each row is a card led by the columns marked `lead`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return (
    <Show when={props.rows.length > 0} fallback={props.empty}>
      <Show when={isPhone()} fallback={<WideTable {...props} />}>
        <ul aria-label={props.caption}>
          <For each={props.rows}>{(row) => <CardRow columns={props.columns} row={row} />}</For>
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
              <tr class="group transition-colors duration-150 hover:bg-sunken/60">
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

function CardRow<Row>(props: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    <li class="grid gap-2 border-b border-line px-5 py-4 last:border-0">
      <div class="flex items-start justify-between gap-x-2">
        <div class="flex min-w-0 grow flex-wrap items-center justify-between gap-x-4 gap-y-1 font-medium">
          <For each={props.columns.filter((column) => column.lead)}>
            {(column) => <span class={column.number ? "shrink-0" : "min-w-0"}>{column.cell(props.row)}</span>}
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
