import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { Storefront } from "../../schemas/storefronts.ts";
import indexHtml from "../../web/index.html?raw";
import { api } from "../../workers/platform/api.ts";
import { visitorOf } from "../support/signed-in.ts";
import { addProgramme } from "../support/world.ts";

const HOSTILE = "</script><script>alert(1)</script>";
const assets = { fetch: async () => new Response(indexHtml, { headers: { "Content-Type": "text/html" } }) };

async function open(path: string, language = "fr") {
  const executionCtx = createExecutionContext();
  const request = new Request(`http://localhost:8787${path}`, { headers: { "Accept-Language": language } });
  const response = await api.fetch(request, Object.assign({}, env, { ASSETS: assets }), executionCtx);
  const html = await response.text();
  await waitOnExecutionContext(executionCtx);
  return { status: response.status, html };
}

it("carries its title, its preview and its data before any script runs, whatever its owner wrote", async () => {
  const { influencer, slug, linkId } = await addProgramme();
  const handle = slug.replace("-", ".");
  await env.CORE_DB.prepare("UPDATE users SET handle = ?, display_name = ? WHERE id = ?")
    .bind(handle, `Sara ${HOSTILE}`, influencer.id)
    .run();
  const visitor = await visitorOf(influencer.id);
  const headline = { fr: `Bonjour ${HOSTILE}`, ar: "اختياراتي" };
  await visitor.call("PATCH", "/api/users/me/storefront", { json: { published: true, headline, linkIds: [linkId] } });

  const { status, html } = await open(`/@${handle}`, "ar");
  expect(status).toBe(200);
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('<meta name="description" content="اختياراتي">');
  expect(html).toContain('<meta property="og:type" content="profile">');
  expect(html).not.toContain(HOSTILE);
  const [, text = ""] = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(html) ?? [];
  const given: Storefront = JSON.parse(text);
  expect(given).toMatchObject({ handle, displayName: `Sara ${HOSTILE}`, items: [{ linkId }] });
});

it("is 404 and out of search engines where nobody's storefront is", async () => {
  const { status, html } = await open("/@nobody.of.that.name");
  expect(status).toBe(404);
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).not.toContain("page-data");
});
