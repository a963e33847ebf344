import autocannon, { type Options } from "autocannon";

export interface LoadResult {
  readonly answers: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/**
 * Loads one address and answers what came back. Throws when an answer has another status than expected: a number
 * made of failures is no number.
 */
export async function load(options: Options, expectedStatus: number): Promise<LoadResult> {
  const startedAt = performance.now();
  const result = await autocannon({ connections: 32, timeout: 20, ...options });
  const seconds = (performance.now() - startedAt) / 1000;
  const counts = Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => ({ status, count }));
  const answers = counts.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const wrong = counts.filter(({ status }) => Number(status) !== expectedStatus);
  if (wrong.length > 0 || result.errors > 0) {
    throw new Error(`${options.url} answered ${JSON.stringify(counts)} with ${result.errors} errors`);
  }
  return { answers, perSecond: answers / result.duration, seconds };
}
