import { type Health, health, liveness, readiness } from "../../../schemas/health.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { openToAll } from "../../http/open-to-all.ts";
import { checkParts } from "./queries.ts";

const tag = "Health";
const ok = { status: "ok", durationMs: 2 } as const;
const example: Health = {
  status: "ok",
  version: "0.1.0",
  parts: { core: ok, clicks: ok, kv: ok, files: { status: "ok", durationMs: 5 }, queue: ok },
};
const failing: Health = {
  ...example,
  status: "failing",
  parts: { ...example.parts, kv: { status: "failing", durationMs: 3000 } },
};

export const healthRoutes = newApp()
  .get(
    "/liveness",
    documented({
      operation: "getLiveness",
      tag,
      summary: "Does the process answer?",
      answers: { 200: answer(liveness, { status: "ok" }) },
    }),
    openToAll,
    (c) => c.json({ status: "ok" }),
  )
  .get(
    "/readiness",
    documented({
      operation: "getReadiness",
      tag,
      summary: "Do all stores answer?",
      answers: {
        200: answer(readiness, { status: "ok" }, "All of them"),
        503: answer(readiness, { status: "failing" }, "At least one does not"),
      },
    }),
    openToAll,
    async (c) => {
      const { status } = await checkParts(c.get("ctx"));
      return c.json({ status }, status === "ok" ? 200 : 503);
    },
  )
  .get(
    "/health",
    documented({
      operation: "getHealth",
      tag,
      summary: "How long does each store take to answer?",
      answers: { 200: answer(health, example, "All is well"), 503: answer(health, failing, "A part is failing") },
    }),
    openToAll,
    async (c) => {
      const health = await checkParts(c.get("ctx"));
      return c.json(health, health.status === "ok" ? 200 : 503);
    },
  );
