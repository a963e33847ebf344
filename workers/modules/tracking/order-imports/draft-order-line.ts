import type { Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { attributionOfCarried, carriedTouches } from "../carried-touches.ts";
import { draftConversion } from "../draft-conversion.ts";
import { forgetIntake, getIntake, recallIntake } from "../queries.ts";
import { draftOrderEvent, type ToldSoFar } from "../record-order-event.ts";
import type { Touch } from "../touches/rules.ts";
import { IMPORT, type JudgedOrder } from "./judge-order.ts";
import type { KnownOrder } from "./queries.ts";

export interface LineToDraft {
  readonly merchantId: string;
  readonly judged: JudgedOrder;
  readonly known: KnownOrder | undefined;
  readonly touches: ReadonlyMap<string, readonly Touch[]>;
  readonly vatBpsAt: NonNullable<ToldSoFar["vatBpsAt"]>;
}

export interface DraftedLine {
  readonly statements: readonly Statement[];
  /** After a lost race: remembered terms have proven wrong. */
  readonly forget: () => void;
}

/** What a sound line writes, as the verbs of orders and events write it. Nothing is executed. */
export async function draftOrderLine(ctx: Context, line: LineToDraft): Promise<DraftedLine> {
  const { judged, known, vatBpsAt } = line;
  const { order, event } = judged;
  if (!order) {
    if (!known || !event) return { statements: [], forget: () => undefined };
    const { statements } = await draftOrderEvent(ctx, known.found, event, IMPORT, { ...known, vatBpsAt });
    return { statements, forget: () => undefined };
  }
  const carried = await carriedTouches(ctx, line.merchantId, order);
  const { keys, orderedAt } = carried;
  const touches = line.touches.get(order.orderId) ?? [];
  const intake = { ...(recallIntake(ctx, keys) ?? (await getIntake(ctx, keys))), touches };
  const attribution = attributionOfCarried(carried, intake);
  const input = { ...order, source: IMPORT };
  const { row, commission, statements } = await draftConversion(ctx, { keys, input, orderedAt, attribution, intake });
  const found = { conversion: row, commission };
  const told = { events: [], refunds: [], vatBpsAt };
  const drafted = event ? await draftOrderEvent(ctx, found, event, IMPORT, told) : undefined;
  return { statements: [...statements, ...(drafted?.statements ?? [])], forget: () => forgetIntake(keys) };
}
