import { Navigate, type RouteDefinition } from "@solidjs/router";
import { type Component, lazy, Show } from "solid-js";
import { adminRoutes } from "./admin/admin-routes.tsx";
import { homeOf } from "./next-page.ts";
import { ownedBy } from "./owned-by.tsx";
import { LandingPage } from "./public/landing-page.tsx";
import { PublicFrame } from "./public/public-frame.tsx";
import { RequireSession, useSession } from "./session.tsx";

// The landing page comes with the first script; every other page is fetched when it is asked for.
const PricingPage = lazy(async () => ({ default: (await import("./public/pricing-page.tsx")).PricingPage }));
const LegalPage = lazy(async () => ({ default: (await import("./public/legal-page.tsx")).LegalPage }));
const MarketFrame = lazy(async () => ({ default: (await import("./public/market-frame.tsx")).MarketFrame }));
const MarketplacePage = lazy(async () => ({
  default: (await import("./public/marketplace-page.tsx")).MarketplacePage,
}));
const PublicProductPage = lazy(async () => ({
  default: (await import("./public/product-page.tsx")).PublicProductPage,
}));
const MerchantPage = lazy(async () => ({ default: (await import("./public/merchant-page.tsx")).MerchantPage }));
const StorefrontPage = lazy(async () => ({ default: (await import("./public/storefront-page.tsx")).StorefrontPage }));
const PrivacyPage = lazy(async () => ({ default: (await import("./public/privacy-page.tsx")).PrivacyPage }));
const NotFoundPage = lazy(async () => ({ default: (await import("./public/not-found-page.tsx")).NotFoundPage }));

const LoginPage = lazy(async () => ({ default: (await import("./public/login-page.tsx")).LoginPage }));
const SignUpPage = lazy(async () => ({ default: (await import("./public/sign-up-page.tsx")).SignUpPage }));
const VerifyEmailPage = lazy(async () => ({
  default: (await import("./public/verify-email-page.tsx")).VerifyEmailPage,
}));
const ForgotPasswordPage = lazy(async () => ({
  default: (await import("./public/forgot-password-page.tsx")).ForgotPasswordPage,
}));
const ResetPasswordPage = lazy(async () => ({
  default: (await import("./public/reset-password-page.tsx")).ResetPasswordPage,
}));

const AppShell = lazy(async () => ({ default: (await import("./shell/app-shell.tsx")).AppShell }));
const InfluencerOverviewPage = lazy(async () => ({
  default: (await import("./influencer/overview-page.tsx")).InfluencerOverviewPage,
}));
const OwnRequestsPage = lazy(async () => ({
  default: (await import("./influencer/requests-page.tsx")).OwnRequestsPage,
}));
const LinksPage = lazy(async () => ({ default: (await import("./influencer/links-page.tsx")).LinksPage }));
const NewLinkPage = lazy(async () => ({ default: (await import("./influencer/new-link-page.tsx")).NewLinkPage }));
const ManyLinksPage = lazy(async () => ({
  default: (await import("./influencer/many-links-page.tsx")).ManyLinksPage,
}));
const LinkPage = lazy(async () => ({ default: (await import("./influencer/link-page.tsx")).LinkPage }));
const EditLinkPage = lazy(async () => ({ default: (await import("./influencer/edit-link-page.tsx")).EditLinkPage }));
const OwnStorefrontPage = lazy(async () => ({
  default: (await import("./influencer/own-storefront-page.tsx")).OwnStorefrontPage,
}));
const InfluencerAnalyticsPage = lazy(async () => ({
  default: (await import("./influencer/analytics-page.tsx")).InfluencerAnalyticsPage,
}));
const MerchantAnalyticsPage = lazy(async () => ({
  default: (await import("./merchant/analytics-page.tsx")).MerchantAnalyticsPage,
}));
const MerchantOverviewPage = lazy(async () => ({
  default: (await import("./merchant/overview-page.tsx")).MerchantOverviewPage,
}));
const ProductsPage = lazy(async () => ({ default: (await import("./merchant/products-page.tsx")).ProductsPage }));
const NewProductPage = lazy(async () => ({
  default: (await import("./merchant/new-product-page.tsx")).NewProductPage,
}));
const ProductPage = lazy(async () => ({ default: (await import("./merchant/product-page.tsx")).ProductPage }));
const ImportPage = lazy(async () => ({ default: (await import("./merchant/import-page.tsx")).ImportPage }));
const SitesPage = lazy(async () => ({ default: (await import("./merchant/sites-page.tsx")).SitesPage }));
const IntegrationsPage = lazy(async () => ({
  default: (await import("./merchant/integrations-page.tsx")).IntegrationsPage,
}));
const NewConnectorPage = lazy(async () => ({
  default: (await import("./merchant/connector-new-page.tsx")).NewConnectorPage,
}));
const ConnectorPage = lazy(async () => ({ default: (await import("./merchant/connector-page.tsx")).ConnectorPage }));
const SnippetPage = lazy(async () => ({ default: (await import("./merchant/snippet-page.tsx")).SnippetPage }));
const OrderImportPage = lazy(async () => ({
  default: (await import("./merchant/order-import-page.tsx")).OrderImportPage,
}));
const OrdersPage = lazy(async () => ({ default: (await import("./merchant/orders-page.tsx")).OrdersPage }));
const OrderPage = lazy(async () => ({ default: (await import("./merchant/order-page.tsx")).OrderPage }));
const InfluencerOrdersPage = lazy(async () => ({
  default: (await import("./influencer/orders-page.tsx")).InfluencerOrdersPage,
}));
const InfluencerOrderPage = lazy(async () => ({
  default: (await import("./influencer/order-page.tsx")).InfluencerOrderPage,
}));
const RequestsPage = lazy(async () => ({ default: (await import("./merchant/requests-page.tsx")).RequestsPage }));
const InfluencersPage = lazy(async () => ({
  default: (await import("./merchant/influencers-page.tsx")).InfluencersPage,
}));
const InfluencerClaimsPage = lazy(async () => ({
  default: (await import("./influencer/claims-page.tsx")).InfluencerClaimsPage,
}));
const InfluencerClaimPage = lazy(async () => ({
  default: (await import("./influencer/claim-page.tsx")).InfluencerClaimPage,
}));
const NewMissingSalePage = lazy(async () => ({
  default: (await import("./influencer/claim-new-page.tsx")).NewMissingSalePage,
}));
const MerchantClaimsPage = lazy(async () => ({
  default: (await import("./merchant/claims-page.tsx")).MerchantClaimsPage,
}));
const MerchantClaimPage = lazy(async () => ({
  default: (await import("./merchant/claim-page.tsx")).MerchantClaimPage,
}));
const NewReturnPage = lazy(async () => ({ default: (await import("./merchant/claim-new-page.tsx")).NewReturnPage }));

const SettingsFrame = lazy(async () => ({ default: (await import("./account/settings-frame.tsx")).SettingsFrame }));
const ProfilePage = lazy(async () => ({ default: (await import("./account/profile-page.tsx")).ProfilePage }));
const SecurityPage = lazy(async () => ({ default: (await import("./account/security-page.tsx")).SecurityPage }));
const SessionsPage = lazy(async () => ({ default: (await import("./account/sessions-page.tsx")).SessionsPage }));
const ApiKeysPage = lazy(async () => ({ default: (await import("./account/api-keys-page.tsx")).ApiKeysPage }));
const ChecksPage = lazy(async () => ({ default: (await import("./influencer/checks-page.tsx")).ChecksPage }));
const WebhooksPage = lazy(async () => ({ default: (await import("./account/webhooks-page.tsx")).WebhooksPage }));
const WebhookPage = lazy(async () => ({ default: (await import("./account/webhook-page.tsx")).WebhookPage }));
const NotificationsPage = lazy(async () => ({
  default: (await import("./account/notifications-page.tsx")).NotificationsPage,
}));
const DataPage = lazy(async () => ({ default: (await import("./account/data-page.tsx")).DataPage }));

// Decided when the site is built (vite.config.ts): a production build carries neither this address nor the page's code.
const developmentRoutes: RouteDefinition[] = import.meta.env.HAS_GALLERY
  ? [
      {
        path: "/ui",
        component: lazy(async () => ({ default: (await import("./gallery/gallery-page.tsx")).GalleryPage })),
      },
    ]
  : [];

export const routes: RouteDefinition[] = [
  {
    path: "/",
    component: PublicFrame,
    children: [
      { path: "/", component: LandingPage },
      { path: "/pricing", component: PricingPage },
      { path: "/legal", component: LegalPage },
      { path: "/privacy", component: PrivacyPage },
    ],
  },
  {
    path: "/",
    component: MarketFrame,
    children: [
      { path: "/marketplace", component: MarketplacePage },
      { path: "/products/:id", component: PublicProductPage },
      { path: "/merchants/:id", component: MerchantPage },
    ],
  },
  { path: "/:name", matchFilters: { name: /^@./ }, component: StorefrontPage },
  { path: "/login", component: LoginPage },
  { path: "/sign-up", component: SignUpPage },
  { path: "/verify-email", component: VerifyEmailPage },
  { path: "/forgot-password", component: ForgotPasswordPage },
  { path: "/reset-password", component: ResetPasswordPage },
  { path: "/app", component: GoHome },
  {
    path: "/",
    component: AppShell,
    children: [
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
      { path: "/influencer/claims", component: () => ownedBy("influencer", InfluencerClaimsPage) },
      { path: "/influencer/claims/new", component: () => ownedBy("influencer", NewMissingSalePage) },
      { path: "/influencer/claims/:id", component: () => ownedBy("influencer", InfluencerClaimPage) },
      { path: "/merchant/claims", component: () => ownedBy("merchant", MerchantClaimsPage) },
      { path: "/merchant/claims/new", component: () => ownedBy("merchant", NewReturnPage) },
      { path: "/merchant/claims/:id", component: () => ownedBy("merchant", MerchantClaimPage) },
      ...adminRoutes,
      { path: "/influencer/checks", component: () => ownedBy("influencer", ChecksPage) },
      {
        path: "/settings",
        component: SettingsFrame,
        children: [
          { path: "/", component: () => <Navigate href="/settings/profile" /> },
          { path: "/profile", component: ProfilePage },
          { path: "/security", component: SecurityPage },
          { path: "/sessions", component: SessionsPage },
          { path: "/api-keys", component: ApiKeysPage },
          { path: "/webhooks", component: () => partiesOnly(WebhooksPage) },
          { path: "/webhooks/:id", component: () => partiesOnly(WebhookPage) },
          { path: "/notifications", component: NotificationsPage },
          { path: "/data", component: DataPage },
        ],
      },
    ],
  },
  ...developmentRoutes,
  { path: "*", component: PublicFrame, children: [{ path: "*", component: NotFoundPage }] },
];

// For merchants and influencers, not for staff.
function partiesOnly(Page: Component) {
  return (
    <RequireSession roles={["merchant", "influencer"]}>
      <Page />
    </RequireSession>
  );
}

/** `/app` is wherever the person's own pages begin. */
function GoHome() {
  const session = useSession();
  return (
    <RequireSession>
      <Show when={session.user()}>{(user) => <Navigate href={homeOf(user())} />}</Show>
    </RequireSession>
  );
}
