import { AnalyticsPage } from "../analytics/analytics-page.tsx";

/** What the influencer's links bring. */
export const InfluencerAnalyticsPage = () => <AnalyticsPage side="influencer" />;
