import { describe, expect, it } from "vitest";
import { deliveriesOnFile, FILE_SECRET, meaningOf } from "./deliveries-on-file.ts";

describe("a shop's delivery on file", () => {
  it("is among at least eight", () => {
    expect(deliveriesOnFile.length).toBeGreaterThanOrEqual(8);
  });

  it.each(deliveriesOnFile.map((delivery) => [delivery.folder, delivery] as const))(
    "%s means what its shop said",
    async (_folder, { headers, bytes, expected }) => {
      const { duplicateOf: _, ...meaning } = expected;
      expect(await meaningOf(expected.platform, FILE_SECRET, new Headers(headers), bytes)).toEqual(meaning);
    },
  );

  it.each(deliveriesOnFile.map((delivery) => [delivery.folder, delivery] as const))(
    "%s is not believed when one byte of it differs, or the secret does",
    async (_folder, { headers, bytes, expected }) => {
      const touched = bytes.slice();
      touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1;
      const refused = { signatureValid: false, accept: false };
      const read = (secret: string, body: Uint8Array<ArrayBuffer>) =>
        meaningOf(expected.platform, secret, new Headers(headers), body);
      expect(await read(FILE_SECRET, touched)).toMatchObject(refused);
      expect(await read(`${FILE_SECRET}!`, bytes)).toMatchObject(refused);
    },
  );
});
