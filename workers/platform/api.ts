import { newApp } from "../http/app.ts";
import { answerNotFound, answerProblem } from "../http/problems.ts";
import { requestContext } from "../http/request-context.ts";
import { requestLog } from "../http/request-log.ts";
import { bodyWithinLimit } from "../http/validate.ts";
import { adminRoutes } from "../modules/admin/routes.ts";
import { affiliationRoutes } from "../modules/affiliation/routes.ts";
import { healthRoutes } from "../modules/health/routes.ts";
import { paymentsRoutes } from "../modules/payouts/routes.ts";
import { trackingRoutes } from "../modules/tracking/routes.ts";

const app = newApp();
app.onError(answerProblem);
app.notFound(answerNotFound);
app.use(requestContext, requestLog, bodyWithinLimit);

/** Everything under /api, and the health addresses. */
export const api = app
  .route("/api/tracking", trackingRoutes)
  .route("/api/affiliates", affiliationRoutes)
  .route("/api/payments", paymentsRoutes)
  .route("/api/admin", adminRoutes)
  .route("/", healthRoutes);
export type Api = typeof api;
