import { casablancaOffsetMs } from "../../../../schemas/calendar.ts";

/** The instant on Casablanca's clock as `24/11/2026 08:05`, the order of day and month usual in Morocco in every language. */
export function casablancaTime(instantMs: number): string {
  const [day = "", time = ""] = new Date(instantMs + casablancaOffsetMs(instantMs)).toISOString().split("T");
  return `${day.split("-").reverse().join("/")} ${time.slice(0, 5)}`;
}
