import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { cleanImage } from "../../workers/core/images/clean-image.ts";
import { joinBytes } from "../../workers/core/images/image-type.ts";
import { exif, SECRETS, segment, textOf } from "../catalogue/picture-files.ts";
import { openBrowser } from "../support/browser.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const entry = path.join(import.meta.dirname, "../../web/src/scale-image.ts");
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry, name: "pictures", formats: ["iife"], fileName: "pictures" } },
  });
  const chunks = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const code = chunks.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto("about:blank");
  await page.addScriptTag({ content: code });
});
afterAll(() => browser.close());

const DRAW = `async ({ width, height, type, colours }) => {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d");
  for (const [index, colour] of colours.entries()) {
    pen.fillStyle = colour;
    pen.fillRect((index * width) / colours.length, 0, width / colours.length, height);
  }
  return [...new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer())];
}`;
const SCALE = `async ({ numbers, name }) => {
  const file = await pictures.scaleImage(new File([Uint8Array.from(numbers)], name));
  return { numbers: [...new Uint8Array(await file.arrayBuffer())], name: file.name, type: file.type };
}`;
const inPage = (code: string, given: unknown) => page.evaluate(`(${code})(${JSON.stringify(given)})`);

const numbers = z.array(z.int());
const scaledFile = z.object({ numbers, name: z.string(), type: z.string() });

/** Stripes of the colours, written as the type, with something put in behind the first two bytes. */
async function drawn(
  width: number,
  height: number,
  type: string,
  colours: readonly string[],
  ...inserted: Uint8Array[]
) {
  const bytes = Uint8Array.from(numbers.parse(await inPage(DRAW, { width, height, type, colours })));
  return joinBytes([bytes.subarray(0, 2), ...inserted, bytes.subarray(2)]);
}

async function scaled(bytes: Uint8Array, name: string) {
  const answer = scaledFile.parse(await inPage(SCALE, { numbers: [...bytes], name }));
  return { ...answer, bytes: Uint8Array.from(answer.numbers) };
}

describe("a picture scaled in the browser", () => {
  it("is a JPEG of at most 2048 pixels a side when nothing shows through", async () => {
    const { bytes, name, type } = await scaled(await drawn(3000, 1500, "image/png", ["#c33", "#3c3"]), "ma photo.png");
    expect([name, type]).toEqual(["ma photo.jpg", "image/jpeg"]);
    expect(cleanImage(bytes)).toMatchObject({ type: "image/jpeg", width: 2048, height: 1024 });
  });

  it("stands upright and carries no place, owner or word of the photo", async () => {
    const photo = await drawn(400, 200, "image/jpeg", ["#f00", "#00f"], segment(0xe1, exif(6)));
    expect(textOf(photo)).toContain(SECRETS[0]);
    const { bytes } = await scaled(photo, "photo.jpg");
    expect(cleanImage(bytes)).toMatchObject({ width: 200, height: 400 });
    expect(textOf(bytes)).not.toContain(SECRETS[0]);
  });

  it("keeps what shows through, as WebP, and stays as small as it is", async () => {
    const { bytes, name, type } = await scaled(await drawn(64, 32, "image/png", ["#0000", "#3c3"]), "logo");
    expect([name, type]).toEqual(["logo.webp", "image/webp"]);
    expect(cleanImage(bytes)).toMatchObject({ type: "image/webp", width: 64, height: 32 });
  });

  it("that is none is refused", async () => {
    await expect(scaled(new TextEncoder().encode("<html>"), "page.jpg")).rejects.toThrow("picture unreadable");
  });
});
