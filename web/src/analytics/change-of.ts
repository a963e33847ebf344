/** How a number stands against the period before; undefined where there is nothing to compare. */
export interface ChangeOf {
  readonly direction: "up" | "down" | "same";
  /** In hundredths of the number before, or in basis points of a rate; null when there was nothing before. */
  readonly by: number | null;
}

/** The change of a count or an amount, in percent of what it was. */
export function changeOfCount(now: number, before: number): ChangeOf | undefined {
  if (now === 0 && before === 0) return undefined;
  if (before === 0) return { direction: "up", by: null };
  const percent = Math.round(((now - before) * 100) / before);
  return { direction: directionOf(percent), by: Math.abs(percent) };
}

/** The change of a rate, in basis points. */
export function changeOfRate(now: number | null, before: number | null): ChangeOf | undefined {
  if (now === null || before === null) return undefined;
  return { direction: directionOf(now - before), by: Math.abs(now - before) };
}

const directionOf = (change: number) => (change > 0 ? "up" : change < 0 ? "down" : "same");
