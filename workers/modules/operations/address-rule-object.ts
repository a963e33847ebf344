import type { AddressRule } from "../../../schemas/operations.ts";
import type { AddressRuleRow } from "./tables.ts";

/** The rule as the API shows it. */
export function addressRuleObject(row: AddressRuleRow): AddressRule {
  return {
    id: row.id,
    cidr: row.cidr,
    kind: row.kind,
    reason: row.reason,
    createdBy: row.createdBy,
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: row.expiresAt === null ? null : new Date(row.expiresAt).toISOString(),
  };
}
