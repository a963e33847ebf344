import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProductImage } from "../../schemas/products.ts";
import { cleanImage } from "../../workers/core/images/clean-image.ts";
import type { LinkEntry } from "../../workers/core/link-entry.ts";
import { LINK_ENTRY_QUERY, type LinkEntryRow, linkEntryOf } from "../../workers/core/link-entry.ts";
import { commit } from "../../workers/db/commit.ts";
import { listImages } from "../../workers/modules/catalogue/image-queries.ts";
import { orderImages } from "../../workers/modules/catalogue/image-statements.ts";
import { type Answer, addProgramme, addUser, call, type Programme, systemContext } from "../support/world.ts";
import * as file from "./picture-files.ts";

let world: Programme;
beforeAll(async () => {
  world = await addProgramme();
});

const imagesOf = (productId: string) => `/api/products/${productId}/images`;
const countFiles = async () => (await env.FILES.list({ prefix: "images/" })).objects.length;

async function upload(
  bytes: Uint8Array<ArrayBuffer>,
  { alt, to = world, key = to.merchant.apiKey, name = "photo.jpg" }: UploadOptions = {},
): Promise<Answer<ProductImage & { code?: string }>> {
  const form = new FormData();
  form.append("file", new File([bytes], name, { type: "image/jpeg" }));
  if (alt !== undefined) form.append("alt", alt);
  return call("POST", imagesOf(to.productId), { key, form });
}
interface UploadOptions {
  readonly alt?: string;
  readonly to?: Programme;
  readonly key?: string;
  readonly name?: string;
}

const seen = async (image: ProductImage) => {
  const answer = await env.FILES.get(`images/${image.url.split("/").at(-1)}`);
  return new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
};

describe("a product's picture", () => {
  it.each([
    ["JPEG", "image/jpeg", file.jpegFile()],
    ["PNG", "image/png", file.pngFile()],
    ["WebP", "image/webp", file.webpFile()],
    ["AVIF", "image/avif", file.avifFile()],
  ])(
    "is taken as %s whatever its name says, and seen by everybody under an address that never changes",
    async (_name, type, bytes) => {
      const to = await addProgramme();
      const { status, body } = await upload(bytes, { to, alt: "  Djellaba  ", name: "page.html" });
      expect([status, body]).toEqual([
        201,
        { id: expect.any(String), url: expect.any(String), alt: "Djellaba", width: 40, height: 30 },
      ]);
      const { pathname } = new URL(body.url);
      const answer = await call("GET", pathname);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "cache-control": "public, max-age=31536000, immutable",
        "content-type": type,
        "x-content-type-options": "nosniff",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
      });
      const etag = answer.headers.get("ETag") ?? "";
      expect((await call("GET", pathname, { headers: { "If-None-Match": etag } })).status).toBe(304);
      expect((await call("HEAD", pathname)).status).toBe(200);
    },
  );

  it("loses place, owner and words, whatever its type; a photo stays upright", async () => {
    for (const bytes of [file.photoWithSecrets(), file.pngWithSecrets(), file.webpWithSecrets()]) {
      for (const secret of file.SECRETS) expect(file.textOf(bytes)).toContain(secret);
      const { status, body } = await upload(bytes);
      expect([status, body]).toEqual([201, expect.anything()]);
      const published = file.textOf(await seen(body));
      for (const secret of file.SECRETS) expect(published).not.toContain(secret);
    }
  });

  it("is refused when its place cannot be taken out", async () => {
    for (const type of ["Exif", "mime"])
      expect((await upload(file.avifFile({}, type))).body).toMatchObject({
        status: 422,
        code: "image.carries_metadata",
      });
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ["a page that calls itself a photo", file.ascii("<html><script>alert(1)</script>"), "image.type_unsupported"],
    ["a GIF", file.ascii("GIF89a\x01\0\x01\0\0\0\0;"), "image.type_unsupported"],
    ["nothing", new Uint8Array(), "image.type_unsupported"],
    ["a PNG bomb of 30000 x 30000", file.pngFile({ width: 30_000, height: 30_000 }), "image.too_many_pixels"],
    ["a bomb's header alone", file.pngFile({ width: 30_000, height: 30_000 }).slice(0, 33), "image.too_many_pixels"],
    ["a JPEG of 30000 x 30000", file.jpegFile({ width: 30_000, height: 30_000 }), "image.too_many_pixels"],
    ["a WebP of 16384 x 16384", file.webpFile({ width: 16_384, height: 16_384 }), "image.too_many_pixels"],
    ["an AVIF of 30000 x 30000", file.avifFile({ width: 30_000, height: 30_000 }), "image.too_many_pixels"],
    [
      "a WebP whose picture is larger than it says",
      file.webpWithSecrets({}, { width: 9_000, height: 9_000 }),
      "image.unreadable",
    ],
    ["a PNG without height", file.pngFile({ height: 0 }), "image.unreadable"],
    ["a PNG with a forged checksum", forged(file.pngFile(), 30), "image.unreadable"],
    ["a JPEG cut off in its scan", file.jpegFile().slice(0, -4), "image.unreadable"],
    ["a PNG cut off", file.pngFile().slice(0, -4), "image.unreadable"],
    ["a WebP cut off", file.webpFile().slice(0, -4), "image.unreadable"],
    ["an AVIF cut off", file.avifFile().slice(0, -4), "image.unreadable"],
  ])("%s is refused, and nothing is stored", async (_name, bytes, code) => {
    const before = await countFiles();
    expect((await upload(bytes)).body).toMatchObject({ status: 422, code });
    expect(await countFiles()).toBe(before);
  });

  it("is not longer than 5 MB, and comes as a form", async () => {
    const long = new Uint8Array(5 * 1024 * 1024 + 1);
    long.set(file.jpegFile());
    expect((await upload(long)).body).toMatchObject({ status: 413, code: "request.too_large" });
    const { apiKey: key } = world.merchant;
    expect((await call("POST", imagesOf(world.productId), { key, json: {} })).status).toBe(400);
    expect((await call("POST", imagesOf(world.productId), { key, form: new FormData() })).body).toMatchObject({
      status: 422,
      errors: [{ path: "file" }],
    });
  });

  it("of somebody else's product, or of none, is not there", async () => {
    const { apiKey: key } = await addUser("merchant");
    expect((await upload(file.jpegFile(), { key })).status).toBe(404);
    const { body } = await upload(file.jpegFile({ width: 41 }));
    const one = `${imagesOf(world.productId)}/${body.id}`;
    for (const [method, json] of [
      ["DELETE", undefined],
      ["PATCH", { alt: "x" }],
    ] as const)
      expect((await call(method, one, { key, json })).status).toBe(404);
    for (const path of ["img_none", "..%2fspill%2fx", `${body.id}.svg`])
      expect((await call("GET", `/images/${path}`)).body).toMatchObject({ status: 404, code: "image.not_found" });
  });
});

describe("the pictures of a product", () => {
  it("are one image when the same picture comes twice, at the same time too", async () => {
    const to = await addProgramme();
    const before = await countFiles();
    const answers = await Promise.all([1, 2, 3].map(() => upload(file.jpegFile(), { to })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(await countFiles()).toBe(before + 1);
  });

  it("are eight at most, also when two come at once for the last place", async () => {
    const to = await addProgramme();
    for (let width = 1; width <= 7; width++) await upload(file.jpegFile({ width }), { to });
    const before = await countFiles();
    const answers = await Promise.all([8, 9].map((width) => upload(file.jpegFile({ width }), { to })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("image.limit_reached");
    expect(await countFiles()).toBe(before + 1);
  });

  it("keep their order, take a new one, and lose what is removed, file and all", async () => {
    const to = await addProgramme();
    const ids: string[] = [];
    for (const width of [10, 20, 30]) ids.push((await upload(file.jpegFile({ width }), { to })).body.id);
    const ctx = systemContext();
    const images = async () => (await listImages(ctx, [to.productId])).get(to.productId) ?? [];
    expect((await images()).map(({ id }) => id)).toEqual(ids);
    const [first = "", second = "", third = ""] = ids;
    await commit(ctx, orderImages(to.productId, await images(), [third, first, second]));
    expect((await images()).map(({ width }) => width)).toEqual([30, 10, 20]);
    for (const wrong of [[first], [first, second, second], [first, second, "img_x"]])
      expect(() => orderImages(to.productId, [{ id: first }, { id: second }, { id: third }], wrong)).toThrow(
        "request.invalid",
      );
    const before = await countFiles();
    const { apiKey: key } = to.merchant;
    expect((await call("DELETE", `${imagesOf(to.productId)}/${third}`, { key })).status).toBe(200);
    expect((await call("DELETE", `${imagesOf(to.productId)}/${third}`, { key })).status).toBe(404);
    expect([(await images()).map(({ width }) => width), await countFiles()]).toEqual([[10, 20], before - 1]);
  });

  it("say what they show, and each change is in the audit log", async () => {
    const to = await addProgramme();
    const { apiKey: key } = to.merchant;
    const { body } = await upload(file.pngFile(), { to });
    const one = `${imagesOf(to.productId)}/${body.id}`;
    const alt = "جلابة مطرزة";
    expect((await call("PATCH", one, { key, json: { alt } })).body).toEqual({ ...body, alt });
    expect((await call("PATCH", one, { key, json: { alt: "x".repeat(201) } })).status).toBe(422);
    await call("DELETE", one, { key });
    const { results } = await env.CORE_DB.prepare("SELECT action FROM audit_log WHERE subject_id = ? ORDER BY rowid")
      .bind(to.productId)
      .all<{ action: string }>();
    expect(results.map(({ action }) => action)).toEqual(
      ["added", "described", "removed"].map((what) => `product.image_${what}`),
    );
  });

  it("of an archived product stay as they are", async () => {
    const to = await addProgramme();
    await env.CORE_DB.prepare("UPDATE products SET state = 'archived', ended_at = 1 WHERE id = ?")
      .bind(to.productId)
      .run();
    expect((await upload(file.jpegFile(), { to })).body).toMatchObject({ status: 409, code: "product.archived" });
  });

  it("give the first to the card of a shared link", async () => {
    const to = await addProgramme();
    await upload(file.jpegFile({ width: 1200, height: 630 }), { to });
    await upload(file.jpegFile(), { to });
    const row = await env.CORE_DB.prepare(LINK_ENTRY_QUERY).bind(to.slug).first<LinkEntryRow>();
    const entry: LinkEntry | undefined = row ? linkEntryOf(row) : undefined;
    expect(entry?.image).toMatchObject({ type: "image/jpeg", width: 1200, height: 630 });
  });
});

describe("taking metadata out", () => {
  it("keeps a photo upright: of its EXIF the orientation stays, alone", () => {
    for (const isLittle of [false, true]) {
      const photo = file.jpegFile({}, file.segment(0xe1, file.exif(6, isLittle)));
      const { bytes, width, height } = cleanImage(photo);
      expect([width, height]).toEqual([30, 40]);
      expect(cleanImage(bytes)).toMatchObject({ width: 30, height: 40, bytes });
    }
    expect(cleanImage(file.jpegFile())).toMatchObject({ width: 40, height: 30 });
  });

  it("leaves nothing of any chunk it does not know, and the rest as it was", () => {
    const secret = "SECRET-0123456789";
    const hidden = fc
      .tuple(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }))
      .map(([a, b]) => `${a}${secret}${b}`);
    const data = hidden.map((text) => file.ascii(text.replace(/[^\x20-\x7e]/g, "?")));
    const marker = fc.constantFrom(...Array.from({ length: 16 }, (_, index) => 0xe0 + index), 0xfe);
    const chunkName = fc.stringMatching(/^[a-z][A-Za-z]{3}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(marker, data), { maxLength: 6 }), (given) => {
        const extra = given.map(([kind, bytes]) => file.segment(kind, bytes));
        expect(cleanImage(file.jpegFile({}, ...extra)).bytes).toEqual(cleanImage(file.jpegFile()).bytes);
      }),
    );
    const kept = /^(tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|cICP|mDCV|cLLI|acTL|fcTL|fdAT)$/;
    fc.assert(
      fc.property(fc.array(fc.tuple(chunkName, data), { maxLength: 6 }), (given) => {
        const extra = given.filter(([name]) => !kept.test(name)).map(([name, bytes]) => file.pngChunk(name, bytes));
        expect(cleanImage(file.pngFile({}, ...extra)).bytes).toEqual(file.pngFile());
      }),
    );
  });

  it("never fails but with a problem, however a file is broken", () => {
    const whole = [file.photoWithSecrets(), file.pngWithSecrets(), file.webpWithSecrets(), file.avifFile({}, "Exif")];
    const broken = fc
      .tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), fc.nat(500))
      .map(([bytes, changes, length]) => {
        const copy = bytes.slice(0, Math.max(12, length));
        for (const [place, value] of changes) if (place < copy.length) copy[place] = value;
        return copy;
      });
    fc.assert(
      fc.property(broken, (bytes) => {
        try {
          const cleaned = cleanImage(bytes);
          expect(cleanImage(cleaned.bytes).bytes).toEqual(cleaned.bytes);
        } catch (failure) {
          expect(String(failure)).toMatch(/Invalid: image\./);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

function forged(bytes: Uint8Array<ArrayBuffer>, place: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}
