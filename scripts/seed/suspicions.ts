import { DAY_MS } from "../../workers/core/calendar.ts";
import { type Cast, known } from "./cast.ts";
import { INFLUENCERS } from "./data-people.ts";
import type { PlannedOrder } from "./order-plan.ts";
import type { Stage } from "./stage.ts";

/** Two orders that look wrong: one placed two seconds after its click, one by the influencer's own telephone. */
export function withSuspicions(stage: Stage, cast: Cast, orders: readonly PlannedOrder[]): readonly PlannedOrder[] {
  const latestOf = (key: string) => {
    const id = known(cast.influencers, key).id;
    return orders.findLast(
      ({ touch, link, currency, orderedAt }) =>
        touch === "click" && link.influencerId === id && currency === "MAD" && orderedAt < stage.nowMs - 3 * DAY_MS,
    );
  };
  const [fast, own] = [latestOf("sara"), latestOf("youssef")];
  const phone = INFLUENCERS.find(({ key }) => key === "youssef")?.phone;
  return orders.map((order) => {
    if (order === own && phone) return { ...order, phone };
    if (order !== fast) return order;
    const orderedAt = order.click.clickedAt + 2_000;
    return { ...order, orderedAt, reportedAt: orderedAt + 4_000 };
  });
}
