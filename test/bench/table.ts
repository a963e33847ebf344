import { cpus, platform, release, totalmem } from "node:os";

/** One line of edge.md's table: what is measured, what it must be, what is aimed at, what it is now. */
export interface Row {
  readonly measure: string;
  readonly must: string;
  readonly aim: string;
  readonly now: number;
  readonly unit: string;
}

/** What the rows were made from: raw numbers that explain a ratio. */
export type Notes = readonly string[];

export interface Measured {
  readonly rows: readonly Row[];
  readonly notes: Notes;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

export const round = (value: number, digits: number) => Number(value.toFixed(digits));

export function textTable(rows: readonly Row[]): string {
  const cells = [["measure", "must", "aim", "now"], ...rows.map(cellsOf)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
}

const cellsOf = ({ measure, must, aim, now, unit }: Row) => [measure, must, aim, `${now} ${unit}`.trim()];

/** The table as `docs/bench.md` keeps it: with the machine and the day. */
export function markdown({ rows, notes }: Measured): string {
  const lines = rows.map((row) => `| ${cellsOf(row).join(" | ")} |`);
  const [cpu] = cpus();
  return `# Bench

Written by \`npm run bench -- --markdown docs/bench.md\`. Ratios are of runs side by side on one machine; absolute numbers
belong to that machine only.

- ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}
- Node ${process.versions.node}; built Workers under Miniflare on 127.0.0.1, load by autocannon on the same machine; the rate limiter is on in front of the platform Worker, its limits raised 100,000-fold; the redirect has none

| measure | must | aim | now |
|---|---|---|---|
${lines.join("\n")}

## Behind the numbers

${notes.map((note) => `- ${note}`).join("\n")}
`;
}
