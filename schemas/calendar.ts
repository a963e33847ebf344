const HOUR_MS = 3_600_000;

// Since this instant Morocco keeps +00 all year (decree 2.26.530; IANA tz 2026c). Runtimes with older tables still say +01.
const PERMANENT_UTC_FROM = Date.UTC(2026, 8, 20, 1);

// Before it: +01, and +00 during Ramadan. IANA tz, file `africa`.
const RAMADAN_WINDOWS: readonly (readonly [fromMs: number, toMs: number])[] = [
  [Date.UTC(2025, 1, 23, 2), Date.UTC(2025, 3, 6, 2)],
  [Date.UTC(2026, 1, 15, 2), Date.UTC(2026, 2, 22, 2)],
];

/** Offset of Casablanca's clock from UTC at the instant, in milliseconds. */
export function casablancaOffsetMs(instantMs: number): number {
  if (instantMs >= PERMANENT_UTC_FROM) return 0;
  const inRamadan = RAMADAN_WINDOWS.some(([fromMs, toMs]) => instantMs >= fromMs && instantMs < toMs);
  return inRamadan ? 0 : HOUR_MS;
}
