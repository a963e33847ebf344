/**
 * The smallest hashes of a set, in ascending order: a k-minimum-values sketch (Bar-Yossef et al., RANDOM 2002). Below
 * SKETCH_MAX it is the set itself; above, the estimate's standard error is 1 / sqrt(SKETCH_MAX - 2), 4.4 %.
 */
export type Sketch = readonly number[];

const SKETCH_MAX = 512;
const HASHES = 2 ** 48;
const HEX_DIGITS = 12;

/** The sketch of both sets together; the very same object when nothing of it changes. @param hashes integers of 48 bits */
export function mergeVisitors(sketch: Sketch, hashes: Iterable<number>): Sketch {
  const known = new Set(sketch);
  const largest = sketch.length < SKETCH_MAX ? HASHES : (sketch.at(-1) ?? HASHES);
  for (const hash of hashes) if (hash < largest) known.add(hash);
  if (known.size === sketch.length) return sketch;
  return [...known].sort((a, b) => a - b).slice(0, SKETCH_MAX);
}

/** How many members the set has: exact below SKETCH_MAX, an estimate above. */
export function countVisitors(sketch: Sketch): number {
  if (sketch.length < SKETCH_MAX) return sketch.length;
  const largest = sketch.at(-1) ?? HASHES;
  return Math.round(((SKETCH_MAX - 1) * HASHES) / (largest + 1));
}

/** Twelve hex digits a hash, as SQLite's hex() and unhex() carry the stored bytes. */
export const sketchToHex = (sketch: Sketch): string =>
  sketch.map((hash) => hash.toString(16).padStart(HEX_DIGITS, "0")).join("");

/** The sketch that `sketchToHex` wrote. */
export function sketchFromHex(hex: string): Sketch {
  const sketch: number[] = [];
  for (let at = 0; at < hex.length; at += HEX_DIGITS) sketch.push(Number.parseInt(hex.slice(at, at + HEX_DIGITS), 16));
  return sketch;
}
