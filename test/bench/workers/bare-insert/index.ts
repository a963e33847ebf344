import { Hono } from "hono";

// As long as the list of categories, so that what is sent costs the same.
const TEXT = "constant, ".repeat(584);

// What a committed write costs before it means anything: the same body, one row.
const app = new Hono<{ Bindings: { DB: D1Database } }>();
app.get("/", (c) => c.text(TEXT));
app.post("/", async (c) => {
  const body = await c.req.json<{ orderId: string; amountMinor: number }>();
  await c.env.DB.prepare("INSERT INTO orders (order_id, amount_minor) VALUES (?1, ?2)")
    .bind(body.orderId, body.amountMinor)
    .run();
  return c.json({ orderId: body.orderId }, 201);
});

export default app;
