import { asciiAt, joinBytes, viewOf } from "./image-type.ts";
import { refuseUnless } from "./unreadable.ts";

const HEAD_BYTES = 8;
const FRAME_HEAD_BYTES = 16;
const METADATA_FLAGS = 0x08 | 0x04;
const PICTURES = new Set(["VP8 ", "VP8L", "ANMF"]);
const KEPT = new Set([...PICTURES, "VP8X", "ICCP", "ANIM", "ALPH"]);

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

/**
 * The WebP with only the chunks that make its picture; EXIF, XMP and unknown ones go, their flags too, and what follows.
 * @throws Invalid `image.unreadable`, also when a picture is not as large as the file says
 */
export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = viewOf(bytes).getUint32(4, true);
  refuseUnless(size >= 12 && HEAD_BYTES + size <= bytes.length);
  const chunks = chunksOf(bytes.subarray(12, HEAD_BYTES + size)).map(withoutMetadata);
  const [first] = chunks;
  const pictures = chunks.filter(({ name }) => PICTURES.has(name));
  refuseUnless(first !== undefined && pictures.length > 0);
  if (first?.name === "VP8X") refuseUnless(pictures.every((picture) => fits(picture, first.data)));
  else refuseUnless(first !== undefined && PICTURES.has(first.name) && pictures.length === 1);
  const kept = chunks.filter(({ name }) => KEPT.has(name)).map(written);
  const body = joinBytes(first?.name === "VP8X" ? kept : kept.slice(0, 1));
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, body.length + 4, true);
  return joinBytes([head, body]);
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  for (let place = 0; place < bytes.length; ) {
    const size = viewOf(bytes).getUint32(place + 4, true);
    const end = place + HEAD_BYTES + size;
    refuseUnless(end <= bytes.length);
    chunks.push({ name: asciiAt(bytes, place, 4), data: bytes.subarray(place + HEAD_BYTES, end) });
    place = end + (size % 2);
  }
  return chunks;
}

function withoutMetadata({ name, data }: Chunk): Chunk {
  if (name === "VP8X") {
    refuseUnless(data.length === 10);
    const flagged = data.slice();
    flagged[0] = (data[0] ?? 0) & ~METADATA_FLAGS;
    return { name, data: flagged };
  }
  if (name !== "ANMF") return { name, data };
  const inner = chunksOf(data.subarray(FRAME_HEAD_BYTES)).filter((chunk) => KEPT.has(chunk.name));
  return { name, data: joinBytes([data.subarray(0, FRAME_HEAD_BYTES), ...inner.map(written)]) };
}

function written({ name, data }: Chunk): Uint8Array {
  const head = Uint8Array.from(`${name}\0\0\0\0`, (character) => character.charCodeAt(0));
  viewOf(head).setUint32(4, data.length, true);
  return joinBytes([head, data, new Uint8Array(data.length % 2)]);
}

// A still picture is as large as its canvas; a frame of an animation lies within.
function fits(picture: Chunk, canvas: Uint8Array): boolean {
  const [width, height] = [1 + uint24(canvas, 4), 1 + uint24(canvas, 7)];
  if (picture.name !== "ANMF") {
    const [ownWidth, ownHeight] = sizeOf(picture);
    return ownWidth === width && ownHeight === height;
  }
  const [frameWidth, frameHeight] = [1 + uint24(picture.data, 6), 1 + uint24(picture.data, 9)];
  const inner = chunksOf(picture.data.subarray(FRAME_HEAD_BYTES)).find(({ name }) => PICTURES.has(name));
  const [ownWidth, ownHeight] = inner ? sizeOf(inner) : [0, 0];
  return ownWidth === frameWidth && ownHeight === frameHeight && frameWidth <= width && frameHeight <= height;
}

function sizeOf({ name, data }: Chunk): readonly [width: number, height: number] {
  const view = viewOf(data);
  if (name !== "VP8L") return [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
  const bits = view.getUint32(1, true);
  return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
}

const uint24 = (bytes: Uint8Array, place: number) =>
  viewOf(bytes).getUint16(place, true) | (viewOf(bytes).getUint8(place + 2) << 16);
