import { asciiAt, joinBytes, PNG_SIGNATURE, viewOf } from "./image-type.ts";
import { refuseUnless } from "./unreadable.ts";

const HEAD_BYTES = 8;
const CRC_BYTES = 4;
const CRITICAL = ["IHDR", "PLTE", "IDAT", "IEND"];
/** Colours, transparency, density and animation; everything else that may be left out is left out. */
const KEPT = new Set([
  ...CRITICAL,
  ...["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT"],
]);

/**
 * The PNG with only the chunks that make its picture: texts, EXIF, times and unknown chunks go, and what follows its end.
 * @throws Invalid `image.unreadable`, also for a chunk whose checksum is not its own
 */
export function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, PNG_SIGNATURE.length)];
  const seen = new Set<string>();
  for (let place = PNG_SIGNATURE.length; !seen.has("IEND"); ) {
    const length = view.getUint32(place);
    const name = asciiAt(bytes, place + 4, 4);
    const end = place + HEAD_BYTES + length + CRC_BYTES;
    refuseUnless(end <= bytes.length && /^[A-Za-z]{4}$/.test(name));
    refuseUnless((name === "IHDR") === (seen.size === 0) && (name !== "IHDR" || length === 13));
    refuseUnless(/^[a-z]/.test(name) || CRITICAL.includes(name));
    refuseUnless(crc32(bytes.subarray(place + 4, end - CRC_BYTES)) === view.getUint32(end - CRC_BYTES));
    if (KEPT.has(name)) kept.push(bytes.subarray(place, end));
    seen.add(name);
    place = end;
  }
  refuseUnless(seen.has("IDAT"));
  return joinBytes(kept);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of ISO 3309, as PNG ends each chunk with. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
