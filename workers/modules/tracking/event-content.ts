import type { OrderStatus } from "../../../schemas/conversions.ts";
import { canonicalJson, sha256Hex } from "../../core/digest.ts";

/** What an event said, as far as its sender said it: `occurredAt` null when it was left to us. */
export interface EventContent {
  readonly status: OrderStatus | null;
  readonly occurredAt: number | null;
  /** Only where there is one, so that events told before there were remarks keep their hash. */
  readonly note?: string;
  readonly undoes?: string;
  readonly refund: { readonly id: string; readonly amountMinor: number | null } | null;
}

/** Tells whether an event id comes back with other content. */
export function eventContentHash(content: EventContent): Promise<string> {
  return sha256Hex(canonicalJson(content));
}
