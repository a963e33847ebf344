import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";
import { ownedBy } from "../owned-by.tsx";

const InfluencerOverviewPage = lazy(async () => ({
  default: (await import("./overview-page.tsx")).InfluencerOverviewPage,
}));
const OwnRequestsPage = lazy(async () => ({ default: (await import("./requests-page.tsx")).OwnRequestsPage }));
const LinksPage = lazy(async () => ({ default: (await import("./links-page.tsx")).LinksPage }));
const NewLinkPage = lazy(async () => ({ default: (await import("./new-link-page.tsx")).NewLinkPage }));
const ManyLinksPage = lazy(async () => ({ default: (await import("./many-links-page.tsx")).ManyLinksPage }));
const LinkPage = lazy(async () => ({ default: (await import("./link-page.tsx")).LinkPage }));
const EditLinkPage = lazy(async () => ({ default: (await import("./edit-link-page.tsx")).EditLinkPage }));
const OwnStorefrontPage = lazy(async () => ({
  default: (await import("./own-storefront-page.tsx")).OwnStorefrontPage,
}));
const InfluencerAnalyticsPage = lazy(async () => ({
  default: (await import("./analytics-page.tsx")).InfluencerAnalyticsPage,
}));
const InfluencerOrdersPage = lazy(async () => ({ default: (await import("./orders-page.tsx")).InfluencerOrdersPage }));
const InfluencerOrderPage = lazy(async () => ({ default: (await import("./order-page.tsx")).InfluencerOrderPage }));
const InfluencerClaimsPage = lazy(async () => ({ default: (await import("./claims-page.tsx")).InfluencerClaimsPage }));
const InfluencerClaimPage = lazy(async () => ({ default: (await import("./claim-page.tsx")).InfluencerClaimPage }));
const NewMissingSalePage = lazy(async () => ({ default: (await import("./claim-new-page.tsx")).NewMissingSalePage }));
const ChecksPage = lazy(async () => ({ default: (await import("./checks-page.tsx")).ChecksPage }));

/** The pages of influencers. */
export const influencerRoutes: RouteDefinition[] = [
  { path: "/influencer", component: () => ownedBy("influencer", InfluencerOverviewPage) },
  { path: "/influencer/analytics", component: () => ownedBy("influencer", InfluencerAnalyticsPage) },
  { path: "/influencer/orders", component: () => ownedBy("influencer", InfluencerOrdersPage) },
  { path: "/influencer/orders/:id", component: () => ownedBy("influencer", InfluencerOrderPage) },
  { path: "/influencer/requests", component: () => ownedBy("influencer", OwnRequestsPage) },
  { path: "/influencer/links", component: () => ownedBy("influencer", LinksPage) },
  { path: "/influencer/links/new", component: () => ownedBy("influencer", NewLinkPage) },
  { path: "/influencer/links/many", component: () => ownedBy("influencer", ManyLinksPage) },
  { path: "/influencer/links/:id", component: () => ownedBy("influencer", LinkPage) },
  { path: "/influencer/links/:id/edit", component: () => ownedBy("influencer", EditLinkPage) },
  { path: "/influencer/storefront", component: () => ownedBy("influencer", OwnStorefrontPage) },
  { path: "/influencer/claims", component: () => ownedBy("influencer", InfluencerClaimsPage) },
  { path: "/influencer/claims/new", component: () => ownedBy("influencer", NewMissingSalePage) },
  { path: "/influencer/claims/:id", component: () => ownedBy("influencer", InfluencerClaimPage) },
  { path: "/influencer/checks", component: () => ownedBy("influencer", ChecksPage) },
];
