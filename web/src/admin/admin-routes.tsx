import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";
import { ownedBy } from "../owned-by.tsx";

const AdminClaimsPage = lazy(async () => ({ default: (await import("./claims-page.tsx")).AdminClaimsPage }));
const AdminClaimPage = lazy(async () => ({ default: (await import("./claim-page.tsx")).AdminClaimPage }));
const AdminOverviewPage = lazy(async () => ({
  default: (await import("./overview-page.tsx")).AdminOverviewPage,
}));
const FraudPage = lazy(async () => ({ default: (await import("./fraud-page.tsx")).FraudPage }));
const FraudCasePage = lazy(async () => ({ default: (await import("./fraud-case-page.tsx")).FraudCasePage }));
const FraudRulesPage = lazy(async () => ({ default: (await import("./fraud-rules-page.tsx")).FraudRulesPage }));

/** The pages of staff. */
export const adminRoutes: readonly RouteDefinition[] = [
  { path: "/admin/claims", component: () => ownedBy("admin", AdminClaimsPage) },
  { path: "/admin/claims/:id", component: () => ownedBy("admin", AdminClaimPage) },
  { path: "/admin/fraud", component: () => ownedBy("admin", FraudPage) },
  { path: "/admin/fraud/rules", component: () => ownedBy("admin", FraudRulesPage) },
  { path: "/admin/fraud/:id", component: () => ownedBy("admin", FraudCasePage) },
  { path: "/admin", component: () => ownedBy("admin", AdminOverviewPage) },
];
