import { addressGate } from "../http/address-gate.ts";
import { newApp } from "../http/app.ts";
import { bodyWithinLimit } from "../http/body-limit.ts";
import { browserOrigins } from "../http/cors.ts";
import { endedAnswers } from "../http/ended-answers.ts";
import { answerNotFound, answerProblem } from "../http/problems.ts";
import { rateLimits } from "../http/rate-limit.ts";
import { requestContext } from "../http/request-context.ts";
import { requestLog } from "../http/request-log.ts";
import { secureAnswers } from "../http/security-headers.ts";
import { adminRoutes } from "../modules/admin/routes.ts";
import { affiliationRoutes } from "../modules/affiliation/routes.ts";
import { liveRoutes } from "../modules/analytics/live/routes.ts";
import { analyticsRoutes } from "../modules/analytics/routes.ts";
import { usersRoutes } from "../modules/auth/me/routes.ts";
import { authRoutes } from "../modules/auth/routes.ts";
import { localRecordRoutes } from "../modules/catalogue/hosts/local-records/routes.ts";
import { pictureRoutes } from "../modules/catalogue/images/routes.ts";
import { pageRoutes } from "../modules/catalogue/pages/routes.ts";
import { isVerifiedHost } from "../modules/catalogue/queries.ts";
import { catalogueRoutes } from "../modules/catalogue/routes.ts";
import { docsRoutes } from "../modules/docs/routes.ts";
import { sitemapRoutes } from "../modules/docs/sitemap/routes.ts";
import { fraudAdminRoutes } from "../modules/fraud/admin/routes.ts";
import { fraudRoutes } from "../modules/fraud/routes.ts";
import { healthRoutes } from "../modules/health/routes.ts";
import { capturedMailRoutes } from "../modules/mail/routes.ts";
import { listLivingRules } from "../modules/operations/queries.ts";
import { operationsRoutes } from "../modules/operations/routes.ts";
import { paymentsRoutes } from "../modules/payouts/routes.ts";
import { socialRoutes } from "../modules/social/routes.ts";
import { storefrontPageRoutes } from "../modules/storefronts/page/routes.ts";
import { storefrontRoutes } from "../modules/storefronts/routes.ts";
import { claimDecisionRoutes } from "../modules/tracking/claims/decisions/routes.ts";
import { claimRoutes } from "../modules/tracking/claims/routes.ts";
import { connectorRoutes } from "../modules/tracking/connectors/routes.ts";
import { deskRoutes } from "../modules/tracking/desk/routes.ts";
import { inboundRoutes } from "../modules/tracking/inbound/routes.ts";
import { orderImportRoutes } from "../modules/tracking/order-imports/routes.ts";
import { postbackRoutes } from "../modules/tracking/postback/routes.ts";
import { trackingRoutes } from "../modules/tracking/routes.ts";
import { snippetRoutes } from "../modules/tracking/snippet/routes.ts";
import { touchRoutes } from "../modules/tracking/touches/routes.ts";
import { webhookRoutes } from "../modules/webhooks/routes.ts";

const app = newApp();
app.onError(answerProblem);
app.notFound(answerNotFound);
app.use(
  requestContext,
  requestLog,
  secureAnswers,
  addressGate(listLivingRules),
  rateLimits,
  browserOrigins(isVerifiedHost),
  endedAnswers,
  bodyWithinLimit,
);

/** Everything under /api, and the health addresses. */
export const api = app
  .route("/api/auth", authRoutes)
  .route("/api/users", usersRoutes)
  .route("/api/users", storefrontRoutes)
  .route("/api/analytics", liveRoutes)
  .route("/api/analytics", analyticsRoutes)
  .route("/api/tracking", trackingRoutes)
  .route("/api/tracking", connectorRoutes)
  .route("/api/webhooks", inboundRoutes)
  .route("/api/tracking", claimRoutes)
  .route("/api/tracking", deskRoutes)
  .route("/api/tracking", touchRoutes)
  .route("/api/tracking", postbackRoutes)
  .route("/api/tracking", orderImportRoutes)
  .route("/api/tracking", snippetRoutes)
  .route("/api/tracking", fraudRoutes)
  .route("/api/affiliates", affiliationRoutes)
  .route("/api/products", catalogueRoutes)
  .route("/api/social-media", socialRoutes)
  .route("/api/payments", paymentsRoutes)
  .route("/api/webhooks", webhookRoutes)
  .route("/api/admin", adminRoutes)
  .route("/api/admin", fraudAdminRoutes)
  .route("/api/admin", claimDecisionRoutes)
  .route("/api/admin/operations", operationsRoutes)
  .route("/dev", capturedMailRoutes)
  .route("/dev", localRecordRoutes)
  .route("/", pictureRoutes)
  .route("/", pageRoutes)
  .route("/", storefrontPageRoutes)
  .route("/", sitemapRoutes)
  .route("/", healthRoutes);
api.route("/", docsRoutes(api.routes));
