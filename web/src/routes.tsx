import { Navigate, type RouteDefinition } from "@solidjs/router";
import { createEffect, createResource, createSignal, lazy, Show } from "solid-js";
import { homeOf } from "./next-page.ts";
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

// Decided when the site is built (vite.config.ts): a production build carries neither this address nor the page's code.
const developmentRoutes: RouteDefinition[] = import.meta.env.HAS_GALLERY
  ? [
      {
        path: "/ui",
        component: lazy(async () => ({ default: (await import("./gallery/gallery-page.tsx")).GalleryPage })),
      },
    ]
  : [];

const publicRoutes: RouteDefinition[] = [
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
  ...developmentRoutes,
  { path: "*", component: PublicFrame, children: [{ path: "*", component: NotFoundPage }] },
];

const arriving: RouteDefinition = {
  path: ["/influencer/*", "/merchant/*", "/admin/*", "/settings/*"],
  component: ArrivingPage,
};
const [own, setOwn] = createSignal(arriving);

/** Every page of the site; those behind signing in once the first of them was asked for. */
export const routes = (): RouteDefinition[] => [own(), ...publicRoutes];

// Stands in for the pages behind signing in until their list is here; one that does not come is asked for again by the retry.
function ArrivingPage() {
  const [list] = createResource(async () => (await import("./own-routes.tsx")).ownRoutes);
  createEffect(() => {
    const arrived = list();
    if (arrived) setOwn(arrived);
  });
  return <Show when={list()}>{null}</Show>;
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
