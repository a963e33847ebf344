export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const BYTES_A_PIXEL = 4;

/** The pixels of a PNG of eight bits, red, green, blue and opacity, not interlaced. */
export async function pngPixels(png: Uint8Array): Promise<Pixels> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (view.getUint8(24) !== 8 || view.getUint8(25) !== 6 || view.getUint8(28) !== 0)
    throw new Error("another kind of PNG");
  const data = unfiltered(await inflated(packedParts(png, view)), width * BYTES_A_PIXEL, height);
  return { data, width, height };
}

function packedParts(png: Uint8Array, view: DataView): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (name === "IDAT") parts.push(new Uint8Array(png.subarray(at + 8, at + 8 + view.getUint32(at))));
  }
  return parts;
}

async function inflated(parts: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array> {
  return new Uint8Array(
    await new Response(new Blob(parts).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer(),
  );
}

function unfiltered(bytes: Uint8Array, lineBytes: number, height: number): Uint8ClampedArray {
  const out = new Uint8ClampedArray(lineBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = bytes[y * (lineBytes + 1)] ?? 0;
    for (let x = 0; x < lineBytes; x++) {
      const at = y * lineBytes + x;
      const left = x >= BYTES_A_PIXEL ? (out[at - BYTES_A_PIXEL] ?? 0) : 0;
      const above = y > 0 ? (out[at - lineBytes] ?? 0) : 0;
      const corner = y > 0 && x >= BYTES_A_PIXEL ? (out[at - lineBytes - BYTES_A_PIXEL] ?? 0) : 0;
      const added = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      out[at] = ((bytes[y * (lineBytes + 1) + 1 + x] ?? 0) + added) & 0xff;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
