import type { OrderStatus, Payment } from "../../schemas/conversions.ts";

export type Step = readonly [kind: OrderStatus | "refund" | "refunded", afterHours: number];

/** How an order goes on; steps in the order in which they are told, which is not always the one in which they happen. */
export interface Ending {
  readonly payment: Payment;
  readonly steps: readonly Step[];
}

const shipped: readonly Step[] = [
  ["confirmed", 5],
  ["shipped", 20],
];
const toDoor: readonly Step[] = [...shipped, ["delivered", 50]];
const cod = (...steps: readonly Step[]): Ending => ({ payment: "cod", steps });
const prepaid = (...steps: readonly Step[]): Ending => ({ payment: "prepaid", steps });

/** By weight: a third of what leaves for the door comes back, as everywhere in the trade; some are never heard of again. */
export const ENDINGS: readonly (readonly [ending: Ending, weight: number])[] = [
  [cod(...toDoor, ["collected", 72]), 100],
  [cod(...toDoor, ["collected", 72], ["refund", 150]), 8],
  [cod(...toDoor, ["refund", 60], ["collected", 75]), 3],
  [cod(...toDoor, ["collected", 72], ["returned", 140]), 8],
  [cod(...toDoor, ["collected", 72], ["refund", 110], ["refunded", 160]), 3],
  [cod(...shipped, ["refused", 55]), 34],
  [cod(...shipped, ["refused", 55], ["delivered", 100], ["collected", 110]), 6],
  [cod(...shipped, ["returned", 90]), 14],
  [cod(["cancelled", 8]), 24],
  [cod(...shipped, ["lost", 200]), 4],
  [cod(...toDoor), 4],
  [cod(["confirmed", 4], ["delivered", 40], ["shipped", 20], ["collected", 80]), 5],
  [cod(...shipped), 4],
  [cod(["confirmed", 5]), 3],
  [cod(), 8],
  [prepaid(["collected", 0], ["confirmed", 3], ["shipped", 18], ["delivered", 44]), 24],
  [prepaid(["collected", 0], ["cancelled", 12]), 3],
  [prepaid(["collected", 0], ["shipped", 20], ["delivered", 50], ["refund", 90]), 4],
];

/** A service is paid when it is booked, and nothing is shipped. */
export const BOOKING = prepaid(["collected", 0], ["confirmed", 3], ["delivered", 72]);

/** Who carries a parcel, by weight; the numbers on the parcels begin as each writes them. */
export const COURIERS: readonly (readonly [
  courier: { readonly name: string; readonly prefix: string },
  weight: number,
])[] = [
  [{ name: "Atlas Express", prefix: "AE" }, 45],
  [{ name: "Barid Colis", prefix: "BC" }, 30],
  [{ name: "Souk Livraison", prefix: "SL" }, 25],
];

/** What couriers and the shop's people note of a parcel while nothing moves. */
export const REMARKS = ["Pas de réponse", "Reporté à la demande du client", "Injoignable", "2ème appel"] as const;

/** What an order carried of the click before it. */
export const TOUCHES = [
  "click",
  "coupon",
  "click and coupon",
  "none",
  "click told late",
  "expired click",
  "forged token",
  "cut token",
  "click of another shop",
  "unknown coupon",
  "ended coupon",
  "coupon of a suspended influencer",
  "click from abroad",
] as const;
export type Touch = (typeof TOUCHES)[number];

/** How many orders carried which touch. */
export const TOUCH_COUNTS: Readonly<Record<Touch, number>> = {
  click: 196,
  coupon: 40,
  "click and coupon": 8,
  none: 17,
  "click told late": 5,
  "expired click": 6,
  "forged token": 3,
  "cut token": 2,
  "click of another shop": 3,
  "unknown coupon": 3,
  "ended coupon": 2,
  "coupon of a suspended influencer": 2,
  "click from abroad": 3,
};
