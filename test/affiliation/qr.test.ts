import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import readQr from "jsqr";
import { describe, expect, it } from "vitest";
import { qrSvg } from "../../workers/modules/affiliation/qr/qr-svg.ts";
import { svgPng } from "../../workers/modules/affiliation/qr/svg-png.ts";
import { api } from "../../workers/platform/api.ts";
import { pngPixels } from "../support/png-pixels.ts";
import { addProgramme, addUser } from "../support/world.ts";

async function download(linkId: string, key: string, query = "") {
  const executionCtx = createExecutionContext();
  const request = new Request(`http://localhost:8787/api/affiliates/links/${linkId}/qr${query}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  const response = await api.fetch(request, env, executionCtx);
  const bytes = new Uint8Array(await response.arrayBuffer());
  await waitOnExecutionContext(executionCtx);
  return { response, bytes };
}

async function wordsOf(png: Uint8Array): Promise<string | undefined> {
  const { data, width, height } = await pngPixels(png);
  return readQr(data, width, height)?.data;
}

describe("the QR code of a link", () => {
  it("is read back as the link's address with the mark of a scan, star and all, small or large", async () => {
    const { linkId, slug, influencer, merchant } = await addProgramme();
    const address = `http://localhost:8787/r/${slug}?q=1`;
    for (const [key, sizePx] of [
      [influencer.apiKey, 256],
      [merchant.apiKey, 1024],
    ] as const) {
      const { response, bytes } = await download(linkId, key, `?format=png&sizePx=${sizePx}`);
      expect([
        response.status,
        response.headers.get("Content-Type"),
        response.headers.get("Content-Disposition"),
      ]).toEqual([200, "image/png", `attachment; filename="qr-${slug}-${sizePx}.png"`]);
      expect((await pngPixels(bytes)).width).toBe(sizePx);
      expect(await wordsOf(bytes)).toBe(address);
    }
  });

  it("is read with the longest slug, and with a corner of the paper torn off besides", async () => {
    const address = `https://shareyoursales.ma/r/${"sara-".repeat(12)}djel?q=1`;
    const svg = qrSvg(address, 80);
    expect(await wordsOf(await svgPng(svg, 1024))).toBe(address);
    const stained = svg.replace("</svg>", '<circle cx="42" cy="38" r="4" fill="#fff"/></svg>');
    expect(await wordsOf(await svgPng(stained, 1024))).toBe(address);
  });

  it("is an SVG that prints 8 cm wide with four modules of quiet around it", async () => {
    const { linkId, slug, influencer } = await addProgramme();
    const { response, bytes } = await download(linkId, influencer.apiKey);
    const svg = new TextDecoder().decode(bytes);
    expect(response.headers.get("Content-Type")).toMatch(/^image\/svg\+xml/);
    expect(response.headers.get("Content-Disposition")).toBe(`attachment; filename="qr-${slug}.svg"`);
    expect(svg).toContain('width="80mm" height="80mm"');
    const starts = [...svg.matchAll(/M(\d+) (\d+)h/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...starts)).toBe(4);
    expect(await wordsOf(await svgPng(svg, 600))).toBe(`http://localhost:8787/r/${slug}?q=1`);
  });

  it("is drawn once as a PNG and then read from storage", async () => {
    const { linkId, influencer } = await addProgramme();
    const first = await download(linkId, influencer.apiKey, "?format=png&sizePx=300");
    const kept = (await env.FILES.list({ prefix: "qr/" })).objects.filter(({ key }) => key.endsWith("-300.png"));
    expect(kept).toHaveLength(1);
    const again = await download(linkId, influencer.apiKey, "?format=png&sizePx=300");
    expect(again.bytes).toEqual(first.bytes);
    expect(
      (await env.FILES.list({ prefix: "qr/" })).objects.filter(({ key }) => key.endsWith("-300.png")),
    ).toHaveLength(1);
  });

  it("is shown to the link's people only, in sizes a printer may want", async () => {
    const { linkId, influencer } = await addProgramme();
    const stranger = await addUser("influencer");
    expect((await download(linkId, stranger.apiKey)).response.status).toBe(404);
    for (const query of ["?format=pdf", "?sizePx=20", "?sizePx=99999", "?sizePx=x"])
      expect((await download(linkId, influencer.apiKey, query)).response.status).toBe(422);
  });
});
