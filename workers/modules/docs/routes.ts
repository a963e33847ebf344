import type { RouterRoute } from "hono/types";
import { sha256Hex } from "../../core/digest.ts";
import { newApp } from "../../http/app.ts";
import { describeApi } from "../../http/describe-api.ts";
import { openToAll } from "../../http/open-to-all.ts";
import { RATE_LIMITS } from "../../http/rate-limits.ts";
import type { Config } from "../../platform/config.ts";
import { apiGuide, type LimitRow } from "./guide.ts";

interface KeptDocument {
  readonly text: string;
  readonly etag: string;
}

/** `GET /openapi.json` of these routes, made once per isolate; the pages at /docs and /redoc are static and read it. */
export function docsRoutes(routes: readonly RouterRoute[]) {
  let kept: KeptDocument | undefined;
  return newApp().get("/openapi.json", openToAll, async (c) => {
    kept ??= await draftDocument(routes, c.get("ctx").config);
    const headers = { ETag: kept.etag, "Cache-Control": "public, max-age=300, must-revalidate" };
    if (isKnown(c.req.header("If-None-Match"), kept.etag)) return c.body(null, 304, headers);
    return c.body(kept.text, 200, { ...headers, "Content-Type": "application/json" });
  });
}

async function draftDocument(routes: readonly RouterRoute[], config: Config): Promise<KeptDocument> {
  const document = await describeApi(routes, {
    title: "ShareYourSales API",
    version: config.APP_VERSION,
    description: apiGuide(LIMITS, config.SUPPORT_EMAIL),
    contact: { email: config.SUPPORT_EMAIL },
  });
  const text = JSON.stringify(document);
  return { text, etag: `"${(await sha256Hex(text)).slice(0, 32)}"` };
}

const isKnown = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag) ?? false;

const LIMITS: readonly LimitRow[] = [
  ["an API key", RATE_LIMITS.apiKey.max],
  ["an API key that takes orders in", RATE_LIMITS.orderIntake.max],
  ["a signed-in account, reading", RATE_LIMITS.accountRead.max],
  ["a signed-in account, writing", RATE_LIMITS.accountWrite.max],
  ["nobody in particular, per network address", RATE_LIMITS.anonymous.max],
  ["signing in, per e-mail", RATE_LIMITS.authEmail.max],
];
