import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";
import { ownedBy } from "../owned-by.tsx";

const MerchantAnalyticsPage = lazy(async () => ({
  default: (await import("./analytics-page.tsx")).MerchantAnalyticsPage,
}));
const MerchantOverviewPage = lazy(async () => ({
  default: (await import("./overview-page.tsx")).MerchantOverviewPage,
}));
const ProductsPage = lazy(async () => ({ default: (await import("./products-page.tsx")).ProductsPage }));
const NewProductPage = lazy(async () => ({ default: (await import("./new-product-page.tsx")).NewProductPage }));
const ProductPage = lazy(async () => ({ default: (await import("./product-page.tsx")).ProductPage }));
const ImportPage = lazy(async () => ({ default: (await import("./import-page.tsx")).ImportPage }));
const SitesPage = lazy(async () => ({ default: (await import("./sites-page.tsx")).SitesPage }));
const IntegrationsPage = lazy(async () => ({ default: (await import("./integrations-page.tsx")).IntegrationsPage }));
const NewConnectorPage = lazy(async () => ({ default: (await import("./connector-new-page.tsx")).NewConnectorPage }));
const ConnectorPage = lazy(async () => ({ default: (await import("./connector-page.tsx")).ConnectorPage }));
const SnippetPage = lazy(async () => ({ default: (await import("./snippet-page.tsx")).SnippetPage }));
const OrderImportPage = lazy(async () => ({ default: (await import("./order-import-page.tsx")).OrderImportPage }));
const OrdersPage = lazy(async () => ({ default: (await import("./orders-page.tsx")).OrdersPage }));
const OrderPage = lazy(async () => ({ default: (await import("./order-page.tsx")).OrderPage }));
const RequestsPage = lazy(async () => ({ default: (await import("./requests-page.tsx")).RequestsPage }));
const InfluencersPage = lazy(async () => ({ default: (await import("./influencers-page.tsx")).InfluencersPage }));
const MerchantClaimsPage = lazy(async () => ({ default: (await import("./claims-page.tsx")).MerchantClaimsPage }));
const MerchantClaimPage = lazy(async () => ({ default: (await import("./claim-page.tsx")).MerchantClaimPage }));
const NewReturnPage = lazy(async () => ({ default: (await import("./claim-new-page.tsx")).NewReturnPage }));

/** The pages of merchants. */
export const merchantRoutes: RouteDefinition[] = [
  { path: "/merchant", component: () => ownedBy("merchant", MerchantOverviewPage) },
  { path: "/merchant/analytics", component: () => ownedBy("merchant", MerchantAnalyticsPage) },
  { path: "/merchant/products", component: () => ownedBy("merchant", ProductsPage) },
  { path: "/merchant/products/new", component: () => ownedBy("merchant", NewProductPage) },
  { path: "/merchant/products/import", component: () => ownedBy("merchant", ImportPage) },
  { path: "/merchant/products/:id", component: () => ownedBy("merchant", ProductPage) },
  { path: "/merchant/sites", component: () => ownedBy("merchant", SitesPage) },
  { path: "/merchant/integrations", component: () => ownedBy("merchant", IntegrationsPage) },
  { path: "/merchant/integrations/new", component: () => ownedBy("merchant", NewConnectorPage) },
  { path: "/merchant/integrations/snippet", component: () => ownedBy("merchant", SnippetPage) },
  { path: "/merchant/integrations/:id", component: () => ownedBy("merchant", ConnectorPage) },
  { path: "/merchant/orders", component: () => ownedBy("merchant", OrdersPage) },
  { path: "/merchant/orders/import", component: () => ownedBy("merchant", OrderImportPage) },
  { path: "/merchant/orders/:id", component: () => ownedBy("merchant", OrderPage) },
  { path: "/merchant/requests", component: () => ownedBy("merchant", RequestsPage) },
  { path: "/merchant/influencers", component: () => ownedBy("merchant", InfluencersPage) },
  { path: "/merchant/claims", component: () => ownedBy("merchant", MerchantClaimsPage) },
  { path: "/merchant/claims/new", component: () => ownedBy("merchant", NewReturnPage) },
  { path: "/merchant/claims/:id", component: () => ownedBy("merchant", MerchantClaimPage) },
];
