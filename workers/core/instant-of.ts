const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const SECONDS = /^\d{9,11}$/;

/**
 * The instant of a text as shops write them, in UTC epoch milliseconds: ISO 8601, the same without a zone (then UTC), or epoch
 * seconds. Undefined when it is none.
 */
export function instantOf(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  if (SECONDS.test(text)) return Number(text) * 1_000;
  const ms = Date.parse(LOCAL.test(text) ? `${text.replace(" ", "T")}Z` : text);
  return Number.isNaN(ms) || ms < 0 ? undefined : ms;
}
