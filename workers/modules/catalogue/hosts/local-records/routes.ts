import * as z from "zod";
import { escapeHtml } from "../../../../core/escape-html.ts";
import { newApp } from "../../../../http/app.ts";
import { developmentOnly } from "../../../../http/development-only.ts";
import { openToAll } from "../../../../http/open-to-all.ts";
import { query } from "../../../../http/validate.ts";
import { localRecordKey } from "../../../../vendors/dns/text-records.ts";

const recordQuery = z.object({ name: z.string().max(300).optional(), value: z.string().max(300).optional() });
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The TXT records of development, where no resolver is asked: typed here, looked up when a site is verified. */
export const localRecordRoutes = newApp().get("/dns", developmentOnly, openToAll, query(recordQuery), async (c) => {
  const { name = "", value } = c.req.valid("query");
  const { linksKv } = c.get("ctx");
  if (name && value) await linksKv.put(localRecordKey(name), value);
  const kept = name ? await linksKv.get(localRecordKey(name)) : null;
  c.header("Content-Security-Policy", POLICY);
  return c.html(recordPage(name, kept));
});

function recordPage(name: string, value: string | null): string {
  const input = (id: string, text: string) =>
    `<p><label>${id} <input name="${id}" size="60" value="${escapeHtml(text)}"></label></p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Local TXT records</title></head><body><h1>Local TXT records</h1>
<form>${input("name", name)}${input("value", value ?? "")}<button>Keep</button></form></body></html>`;
}
