import type { OrderImportReport } from "../../../../schemas/order-imports.ts";

type Lines = OrderImportReport["lines"];

/** What the lines do, or would do, counted. */
export function reportOf(lines: Lines, dryRun: boolean): OrderImportReport {
  const count = (action: Lines[number]["action"]) => lines.filter((line) => line.action === action).length;
  const counts = {
    create: count("create"),
    update: count("update"),
    unchanged: count("unchanged"),
    invalid: count("invalid"),
  };
  return { dryRun, counts, linesTotal: lines.length, lines };
}

/** The items, so many at a time. */
export function* stepsOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
