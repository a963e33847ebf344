import type { AddAddressRule, AddressRule, CacheReport } from "../../../schemas/operations.ts";

export const addAddressRuleExample: AddAddressRule = {
  cidr: "203.0.113.0/24",
  kind: "deny",
  reason: "Password guessing since 3 a.m.",
  expiresAt: "2026-12-01T00:00:00Z",
};

export const addressRuleExample: AddressRule = {
  id: "adr_01kay2v0p7f8sbt6s2m1q3n4d5",
  cidr: "203.0.113.0/24",
  kind: "deny",
  reason: "Password guessing since 3 a.m.",
  createdBy: "usr_01kay2v0p7f8sbt6s2m1q3n4d6",
  createdAt: "2026-11-23T09:00:00.000Z",
  expiresAt: "2026-12-01T00:00:00.000Z",
};

export const cacheReportExample: CacheReport = {
  data: [{ name: "categories", hits: 9_812, misses: 41, stale: 2, hitBps: 9_956 }],
};
