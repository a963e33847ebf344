// The one barrel: what drizzle-kit and the test that compares tables with migrations read.
export * from "../modules/affiliation/tables.ts";
export * from "../modules/audit/tables.ts";
export * from "../modules/auth/tables.ts";
export * from "../modules/billing/tables.ts";
export * from "../modules/catalogue/tables.ts";
export * from "../modules/commissions/tables.ts";
export * from "../modules/conversions/tables.ts";
export * from "../modules/kyc/tables.ts";
export * from "../modules/ledger/tables.ts";
export * from "../modules/mail/tables.ts";
export * from "../modules/operations/tables.ts";
export * from "../modules/outbox/tables.ts";
export * from "../modules/social/tables.ts";
export * from "../modules/storefronts/tables.ts";
export * from "../modules/tracking/claims/tables.ts";
export * from "../modules/users/tables.ts";
