import * as z from "zod";
import { newApp } from "../../../http/app.ts";
import { documented } from "../../../http/documented.ts";
import { openToAll } from "../../../http/open-to-all.ts";
import { SNIPPET_CACHE } from "../../../http/security-headers.ts";
import { staticScript } from "../../../http/static-script.ts";

const HOW = [
  "At most 2 KB, without anything beside it; also at `/t.js`. It reads `sys_click` where a visitor lands, keeps it in the shop's own storage for `data-days` (1–90, default 30), and writes it into forms of carts and checkouts (and those marked `data-sys-form`) and into Shopify's cart. A policy of `script-src` and `connect-src` with this host is all it needs.",
  '```html\n<script async src="https://shareyoursales.ma/t.js" data-key="pk_…"></script>\n```',
  "`sys('order', { id })`, or `data-order` on the script, tells of an order with `data-key`. With `data-consent=\"required\"` nothing is kept before `sys('consent', true)`, and `sys('consent', false)` erases everything. `sys('token')` gives the click back, for shops that send it themselves. Calls made before the script has come are kept in `sys.q`.",
].join("\n\n");

export const snippetRoutes = newApp().get(
  "/t.js",
  documented({
    operation: "getSnippet",
    tag: "Tracking",
    summary: "The shop's script",
    description: HOW,
    answers: { 200: { schema: z.string(), example: "(function(){…})()", media: "text/javascript" } },
    problems: ["server.unavailable"],
  }),
  openToAll,
  (c) => staticScript(c, "/t.js", SNIPPET_CACHE),
);
