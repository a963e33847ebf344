import { useAction } from "@solidjs/router";
import type { RecordOrderEvent } from "../../../schemas/conversions.ts";
import { recordEvent } from "./orders.ts";

/** Tells one event of one order under an id of its own; a refusal is thrown, as for every other act. */
export function useOrderEvent() {
  const send = useAction(recordEvent);
  return (orderId: string, event: Omit<RecordOrderEvent, "eventId">) =>
    send(orderId, { eventId: crypto.randomUUID(), ...event });
}
