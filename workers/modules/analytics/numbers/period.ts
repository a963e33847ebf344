import { fieldMessage } from "../../../../schemas/field-messages.ts";
import type { Locale } from "../../../../schemas/users.ts";
import { casablancaDay, dayOfText } from "../../../core/calendar.ts";
import { Invalid } from "../../../core/errors.ts";

/** Days of Casablanca's calendar, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const DEFAULT_DAYS = 30;
export const DAYS_MAX = 400;
/** Of hours and of raw clicks. */
export const FINE_DAYS_MAX = 31;

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The period asked for; what is missing ends today or has 30 days. @throws Invalid with `period.reversed` or `period.too_long` */
export function periodOf(asked: Asked, nowMs: number, locale: Locale, daysMax = DAYS_MAX): Period {
  const days = Math.min(DEFAULT_DAYS, daysMax);
  const from = asked.from === undefined ? undefined : dayOfText(asked.from);
  const to = asked.to === undefined ? Math.max(casablancaDay(nowMs), from ?? 0) : dayOfText(asked.to);
  const period = { from: from ?? to - days + 1, to };
  if (period.to < period.from) refuse(fieldMessage("period.reversed", locale));
  if (lengthOf(period) > daysMax) refuse(fieldMessage("period.too_long", locale, { limit: daysMax }));
  return period;
}

function refuse(message: string): never {
  throw new Invalid("request.invalid", [{ path: "to", message }]);
}

export const lengthOf = ({ from, to }: Period) => to - from + 1;

/** As many days, right before. */
export const periodBefore = (period: Period): Period => ({
  from: period.from - lengthOf(period),
  to: period.from - 1,
});

/** Both as one, for one read. */
export const withPeriodBefore = (period: Period): Period => ({ from: periodBefore(period).from, to: period.to });
