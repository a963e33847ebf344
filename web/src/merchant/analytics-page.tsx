import { AnalyticsPage } from "../analytics/analytics-page.tsx";

/** What the merchant's influencers bring. */
export const MerchantAnalyticsPage = () => <AnalyticsPage side="merchant" />;
