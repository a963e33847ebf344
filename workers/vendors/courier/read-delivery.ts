import { type CourierStatus, courierStatus } from "../../../schemas/connectors.ts";

/** What a courier's system tells. Throws a ZodError when it does not have the form we publish. */
export function readCourierDelivery(body: unknown): CourierStatus {
  return courierStatus.parse(body);
}
