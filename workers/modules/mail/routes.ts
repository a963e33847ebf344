import type { Context as HonoContext } from "hono";
import { capturedMailQuery } from "../../../schemas/mails.ts";
import { newApp } from "../../http/app.ts";
import { developmentOnly } from "../../http/development-only.ts";
import { openToAll } from "../../http/open-to-all.ts";
import { query } from "../../http/validate.ts";
import { getCapturedMail, listCapturedMails } from "./captured-mail.ts";
import { capturedListPage, capturedMailPage, type DevelopmentPage } from "./captured-page.ts";

/** Captured mail, for development and tests alone: whoever reads it can take over any account. */
export const capturedMailRoutes = newApp()
  .get("/mails.json", developmentOnly, openToAll, query(capturedMailQuery), async (c) =>
    c.json({ data: await listCapturedMails(c.get("ctx"), c.req.valid("query").to) }),
  )
  .get("/mails", developmentOnly, openToAll, async (c) =>
    answerPage(c, await capturedListPage(await listCapturedMails(c.get("ctx")))),
  )
  .get("/mails/:id", developmentOnly, openToAll, async (c) =>
    answerPage(c, await capturedMailPage(await getCapturedMail(c.get("ctx"), c.req.param("id")))),
  );

function answerPage(c: HonoContext, { html, policy }: DevelopmentPage): Response {
  c.header("Content-Security-Policy", policy);
  c.header("Cache-Control", "no-store");
  return c.body(html, 200, { "Content-Type": "text/html; charset=utf-8" });
}
