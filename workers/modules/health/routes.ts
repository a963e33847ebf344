import { newApp } from "../../http/app.ts";
import { openToAll } from "../../http/open-to-all.ts";
import { checkParts } from "./queries.ts";

export const healthRoutes = newApp()
  .get("/liveness", openToAll, (c) => c.json({ status: "ok" }))
  .get("/readiness", openToAll, async (c) => {
    const { status } = await checkParts(c.get("ctx"));
    return c.json({ status }, status === "ok" ? 200 : 503);
  })
  .get("/health", openToAll, async (c) => {
    const health = await checkParts(c.get("ctx"));
    return c.json(health, health.status === "ok" ? 200 : 503);
  });
