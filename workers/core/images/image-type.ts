export const IMAGE_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif"] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export const IMAGE_EXTENSIONS: Readonly<Record<ImageType, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/avif": "avif",
};

/** The type of picture the bytes begin as, whatever their name says; undefined for any other file. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, 0, PNG_SIGNATURE)) return "image/png";
  if (asciiAt(bytes, 0, 4) === "RIFF" && asciiAt(bytes, 8, 4) === "WEBP") return "image/webp";
  return asciiAt(bytes, 4, 4) === "ftyp" && brandsOf(bytes).includes("avif") ? "image/avif" : undefined;
}

export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The bytes as characters: four-letter names of boxes and chunks. Shorter where the file ends. */
export function asciiAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

/** A view of the same bytes that reads numbers and throws RangeError past their end. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** One array of the parts, one behind the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    joined.set(part, place);
    place += part.length;
  }
  return joined;
}

const startsWith = (bytes: Uint8Array, start: number, sign: readonly number[]) =>
  sign.every((byte, index) => bytes[start + index] === byte);

// The major brand, then the compatible ones; between them a version.
function brandsOf(bytes: Uint8Array): string[] {
  const size = bytes.length < 16 ? 0 : Math.min(viewOf(bytes).getUint32(0), bytes.length, 256);
  const places = Array.from({ length: Math.max(0, Math.floor(size / 4) - 4) }, (_, index) => 16 + index * 4);
  return [8, ...places].map((place) => asciiAt(bytes, place, 4));
}
