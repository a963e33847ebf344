import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../schemas/claims.ts";
import { importSealKeys, sealBytes, unsealBytes } from "../../workers/core/seal.ts";
import { forgetClaimEvidence } from "../../workers/crons/forget-claim-evidence.ts";
import * as file from "../catalogue/picture-files.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { addUser, call, type Programme, systemContext } from "../support/world.ts";
import * as world from "./claims-world.ts";

const { addPiece, bytesAt, missing, openClaim, readClaim } = world;

let programme: Programme;
beforeAll(async () => {
  programme = await addOldProgramme();
});

let count = 0;
const addClaim = async (): Promise<Claim> =>
  (await openClaim(programme.influencer, missing(programme, { orderRef: `E-${count++}` }))).body;
const pdf = (words = "receipt") => file.ascii(`%PDF-1.7\n${words}\n%%EOF\n`);
const objectsOf = async ({ id }: Claim) => (await env.FILES.list({ prefix: `claims/${id}/` })).objects;

describe("a piece of evidence", () => {
  it.each([
    ["a JPEG", "image/jpeg", "jpg", file.jpegFile()],
    ["a PNG", "image/png", "png", file.pngFile()],
    ["a WebP", "image/webp", "webp", file.webpFile()],
    ["an AVIF", "image/avif", "avif", file.avifFile()],
    ["a PDF", "application/pdf", "pdf", pdf()],
  ])("is %s, known from its bytes, and read as it came by both sides and staff", async (_name, type, ending, bytes) => {
    const claim = await addClaim();
    const { status, body } = await addPiece(programme.influencer, claim.id, bytes, "page.html");
    expect([status, body]).toEqual([
      201,
      {
        id: expect.stringMatching(/^evd_/),
        by: "influencer",
        type,
        url: expect.any(String),
        bytes: expect.any(Number),
      },
    ]);
    for (const reader of [programme.influencer, programme.merchant, await world.addStaff()]) {
      const read = await bytesAt(reader, body.url);
      expect(read.status).toBe(200);
      expect(Object.fromEntries(read.headers)).toMatchObject({
        "cache-control": "no-store",
        "content-type": type,
        "content-disposition": `attachment; filename="${body.id}.${ending}"`,
        "x-content-type-options": "nosniff",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
      });
      expect(read.bytes).toHaveLength(body.bytes);
    }
    expect((await readClaim(programme.merchant, claim.id)).body.evidence).toEqual([body]);
    expect(await world.auditOf(claim.id)).toEqual(["claim.opened", "claim.evidence_added"]);
  });

  it("lies sealed in the bucket: nothing of the file can be read there", async () => {
    const claim = await addClaim();
    const bytes = pdf("CIN AB123456");
    const { body } = await addPiece(programme.influencer, claim.id, bytes);
    const [object] = await objectsOf(claim);
    expect(object?.key).toBe(`claims/${claim.id}/${body.id}`);
    const kept = file.textOf(new Uint8Array((await (await env.FILES.get(object?.key ?? ""))?.arrayBuffer()) ?? []));
    expect(kept).not.toContain("CIN AB123456");
    expect(kept).not.toContain("%PDF");
    expect((await bytesAt(programme.merchant, body.url)).bytes).toEqual(bytes);
  });

  it("does not open as another piece, nor touched", async () => {
    const claim = await addClaim();
    const [{ body: one }, { body: other }] = [
      await addPiece(programme.influencer, claim.id, pdf("one")),
      await addPiece(programme.influencer, claim.id, pdf("other")),
    ];
    const keyOf = ({ id }: { id: string }) => `claims/${claim.id}/${id}`;
    const sealed = await (await env.FILES.get(keyOf(other)))?.arrayBuffer();
    await env.FILES.put(keyOf(one), sealed ?? "");
    expect((await call("GET", one.url, { key: programme.influencer.apiKey })).status).toBe(500);
    await env.FILES.delete(keyOf(one));
    expect((await call("GET", one.url, { key: programme.influencer.apiKey })).body).toMatchObject({
      status: 404,
      code: "evidence.not_found",
    });
  });

  it("loses place, owner and words", async () => {
    const claim = await addClaim();
    for (const bytes of [file.photoWithSecrets(), file.pngWithSecrets(), file.webpWithSecrets()]) {
      for (const secret of file.SECRETS) expect(file.textOf(bytes)).toContain(secret);
      const { body } = await addPiece(programme.influencer, claim.id, bytes);
      const seen = file.textOf((await bytesAt(programme.merchant, body.url)).bytes);
      for (const secret of file.SECRETS) expect(seen).not.toContain(secret);
    }
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ["a page that calls itself a photo", file.ascii("<html><script>alert(1)</script>"), "evidence.type_unsupported"],
    ["an SVG", file.ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'), "evidence.type_unsupported"],
    ["a program", file.ascii("MZ\x90\0\x03"), "evidence.type_unsupported"],
    ["nothing", new Uint8Array(), "evidence.type_unsupported"],
    ["a PDF that is cut off", file.ascii("%PDF-1.7\nreceipt"), "evidence.type_unsupported"],
    ["a PDF behind something else", file.ascii("<html>%PDF-1.7\n%%EOF"), "evidence.type_unsupported"],
    ["a JPEG that is cut off", file.jpegFile().slice(0, 20), "image.unreadable"],
    ["a PNG bomb of 30000 x 30000", file.pngFile({ width: 30_000, height: 30_000 }), "image.too_many_pixels"],
    ["an AVIF whose place cannot be taken out", file.avifFile({}, "Exif"), "image.carries_metadata"],
  ])("is never %s", async (_name, bytes, code) => {
    const claim = await addClaim();
    expect((await addPiece(programme.influencer, claim.id, bytes)).body).toMatchObject({ status: 422, code });
    expect(await objectsOf(claim)).toEqual([]);
  });

  it("is refused above 5 MB, and as anything but a form", async () => {
    const claim = await addClaim();
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    large.set(pdf());
    expect((await addPiece(programme.influencer, claim.id, large)).body).toMatchObject({ code: "request.too_large" });
    const path = `/api/tracking/claims/${claim.id}/evidence`;
    const { body } = await call("POST", path, { key: programme.influencer.apiKey, json: { file: "x" } });
    expect(body).toMatchObject({ status: 400, code: "request.malformed" });
  });

  it("is never kept, nor a failure of ours, whatever the bytes", async () => {
    const claim = await addClaim();
    const heads = [file.jpegFile(), file.pngFile(), file.webpFile(), file.avifFile(), file.ascii("%PDF-1.4")];
    const noise = fc.record({
      head: fc.constantFrom(...heads),
      keep: fc.nat({ max: 40 }),
      rest: fc.uint8Array({ maxLength: 64 }),
    });
    await fc.assert(
      fc.asyncProperty(noise, async ({ head, keep, rest }) => {
        const bytes = new Uint8Array([...head.slice(0, keep), ...rest]);
        const { status } = await addPiece(programme.influencer, claim.id, bytes);
        expect([422, 201, 200, 409]).toContain(status);
      }),
      { numRuns: 60 },
    );
    expect((await objectsOf(claim)).length).toBe((await readClaim(programme.merchant, claim.id)).body.evidence.length);
  });
});

describe("the evidence of a claim", () => {
  it("is three pieces of each side; the same file twice is one piece", async () => {
    const claim = await addClaim();
    const { influencer, merchant } = programme;
    const first = await addPiece(influencer, claim.id, pdf("1"));
    const again = await addPiece(influencer, claim.id, pdf("1"));
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
    const rush = await Promise.all(["2", "3", "4", "5"].map((words) => addPiece(influencer, claim.id, pdf(words))));
    expect(rush.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect(rush.find(({ status }) => status === 409)?.body.code).toBe("evidence.limit_reached");
    expect((await addPiece(merchant, claim.id, pdf("1"))).body).toMatchObject({ by: "merchant" });
    expect(await objectsOf(claim)).toHaveLength(4);
  });

  it("is one piece of the same file sent at once", async () => {
    const claim = await addClaim();
    const rush = await Promise.all([1, 2, 3].map(() => addPiece(programme.influencer, claim.id, pdf("same"))));
    expect(new Set(rush.map(({ body }) => body.id)).size).toBe(1);
    expect(await objectsOf(claim)).toHaveLength(1);
  });

  it("grows no more once the claim is decided", async () => {
    const claim = await addClaim();
    await world.withdraw(programme.influencer, claim.id);
    expect((await addPiece(programme.influencer, claim.id, pdf())).body).toMatchObject({
      status: 409,
      code: "claim.already_decided",
    });
  });

  it("is nobody else's to add or to read, nor another claim's", async () => {
    const [claim, other] = [await addClaim(), await addClaim()];
    const { body } = await addPiece(programme.influencer, claim.id, pdf());
    for (const stranger of [await addUser("influencer"), await addUser("merchant")]) {
      expect((await addPiece(stranger, claim.id, pdf())).body).toMatchObject({ code: "claim.not_found" });
      expect((await call("GET", body.url, { key: stranger.apiKey })).body).toMatchObject({
        status: 404,
        code: "claim.not_found",
      });
    }
    const elsewhere = `/api/tracking/claims/${other.id}/evidence/${body.id}`;
    expect((await call("GET", elsewhere, { key: programme.influencer.apiKey })).body).toMatchObject({
      code: "evidence.not_found",
    });
    expect((await call("GET", body.url)).status).toBe(401);
  });
});

describe("a year after the end of a claim", () => {
  it("its evidence is gone, from the bucket too; what was said stays, and so does all that is younger or still open", async () => {
    const [ended, open] = [await addClaim(), await addClaim()];
    for (const claim of [ended, open]) await addPiece(programme.influencer, claim.id, pdf());
    await world.withdraw(programme.influencer, ended.id);
    const at = (days: number) => systemContext({ now: () => Date.now() + days * world.DAY_MS });
    await forgetClaimEvidence(at(364));
    expect(await objectsOf(ended)).toHaveLength(1);
    await forgetClaimEvidence(at(366));
    expect([await objectsOf(ended), (await objectsOf(open)).length]).toEqual([[], 1]);
    expect((await readClaim(programme.merchant, ended.id)).body).toMatchObject({ evidence: [], message: world.WHY });
    expect((await world.auditOf(ended.id)).at(-1)).toBe("claim.evidence_forgotten");
  });
});

describe("sealed bytes", () => {
  it("open for their purpose alone, also with a key that has been followed by another", async () => {
    const [a, b] = ["1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "22:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA"];
    const [old, both, other] = [await importSealKeys(a), await importSealKeys(`${b},${a}`), await importSealKeys(b)];
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (given) => {
        const bytes = new Uint8Array(given);
        const sealed = await sealBytes(old, "p", bytes, crypto.getRandomValues(new Uint8Array(12)));
        expect(await unsealBytes(both, "p", sealed)).toEqual(bytes);
        await expect(unsealBytes(both, "q", sealed)).rejects.toThrow();
        await expect(unsealBytes(other, "p", sealed)).rejects.toThrow();
        sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
        await expect(unsealBytes(both, "p", sealed)).rejects.toThrow();
      }),
      { numRuns: 30 },
    );
    await expect(unsealBytes(old, "p", new Uint8Array())).rejects.toThrow();
  });
});
