import { Hono } from "hono";

// What a redirect costs before it does anything: one route, one fixed answer.
const app = new Hono();
app.get("/:slug", (c) => c.redirect("https://shop.example/djellaba", 302));

export default app;
