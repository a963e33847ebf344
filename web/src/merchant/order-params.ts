import { casablancaOffsetMs } from "../../../schemas/calendar.ts";
import { ORDER_STATUSES, PAYMENTS } from "../../../schemas/conversions.ts";
import { ORDER_STAGES } from "../../../schemas/orders.ts";
import type { OrderFilter } from "../data/orders.ts";
import { addressWith, oneOf, textOf } from "../url-state.ts";

export const DESK_PLACE = "/merchant/orders";
const DAY_MS = 86_400_000;
/** The tabs of the desk: what must be done next, and what nobody has told the end of. */
export const DESK_VIEWS = [...ORDER_STAGES, "overdue"] as const;

/** What the address of the desk says; days are Casablanca's. */
export interface DeskParams {
  readonly view: (typeof DESK_VIEWS)[number] | undefined;
  readonly q: string | undefined;
  readonly status: (typeof ORDER_STATUSES)[number] | undefined;
  readonly payment: (typeof PAYMENTS)[number] | undefined;
  readonly city: string | undefined;
  readonly courier: string | undefined;
  readonly influencer: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly cursor: string | undefined;
}
/** What narrows beside the tabs and the search. */
export const NARROWING = ["status", "payment", "city", "courier", "influencer", "from", "to"] as const;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

export function deskParamsOf(params: Params): DeskParams {
  return {
    view: oneOf(DESK_VIEWS, params.view),
    q: textOf(params.q),
    status: oneOf(ORDER_STATUSES, params.status),
    payment: oneOf(PAYMENTS, params.payment),
    city: textOf(params.city),
    courier: textOf(params.courier),
    influencer: textOf(params.influencer),
    from: dayOf(params.from),
    to: dayOf(params.to),
    cursor: textOf(params.cursor),
  };
}

/** What the API is asked for. */
export function filterOf({ view, influencer, from, to, ...same }: DeskParams): OrderFilter {
  return {
    ...same,
    stage: oneOf(ORDER_STAGES, view),
    overdue: view === "overdue" ? "true" : undefined,
    influencerId: influencer,
    from: from && startOf(from, 0),
    to: to && startOf(to, DAY_MS),
  };
}

export const deskAddress = (params: Partial<DeskParams>): string => addressWith(DESK_PLACE, { ...params });

function dayOf(param: Params[string]): string | undefined {
  const day = textOf(param);
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

function startOf(day: string, laterMs: number): string {
  const ms = Date.parse(`${day}T00:00:00Z`) + laterMs;
  return new Date(ms - casablancaOffsetMs(ms)).toISOString();
}
