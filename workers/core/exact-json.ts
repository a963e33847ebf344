/**
 * JSON with its numbers kept as they were written, as texts: ids go beyond 2^53, and amounts must not pass through floating
 * point. Throws what JSON.parse throws, and RangeError for what is nested too deep.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, written?: { readonly source?: string }) =>
    typeof value === "number" ? (written?.source ?? String(value)) : value,
  );
}
