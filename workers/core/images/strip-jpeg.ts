import { asciiAt, joinBytes, viewOf } from "./image-type.ts";
import { orientationOf, orientationSegment } from "./jpeg-orientation.ts";
import { refuseUnless } from "./unreadable.ts";

const [SOI, EOI, SOS, DHT, JPG, DAC] = [0xd8, 0xd9, 0xda, 0xc4, 0xc8, 0xcc];
const [APP0, APP1, APP2, APP14] = [0xe0, 0xe1, 0xe2, 0xee];
const JFIF_BYTES = 18;

export interface StrippedJpeg {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 1 to 8, as EXIF counts: from 5 on, width and height change places. */
  readonly orientation: number;
}

/**
 * The JPEG without anything but its picture: of the application segments stay JFIF (without thumbnail), the colour profile,
 * Adobe's colour transform, and the orientation, alone in an EXIF block of our own. What follows the picture goes too.
 * @throws Invalid `image.unreadable`
 */
export function stripJpeg(bytes: Uint8Array): StrippedJpeg {
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let frames = 0;
  let place = 2;
  for (;;) {
    const { marker, start, end } = segmentAt(bytes, place);
    if (marker === EOI) break;
    const segment = bytes.subarray(start, end);
    if (isFrame(marker)) frames++;
    if (marker === APP1 && orientation === 1) orientation = orientationOf(segment.subarray(4));
    const rest = keptOf(marker, segment);
    if (rest) kept.push(rest);
    place = end;
    if (marker !== SOS) continue;
    refuseUnless(frames === 1);
    place = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, place));
  }
  refuseUnless(kept.length > 0 && frames === 1);
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  return { bytes: joinBytes([...headOf(SOI), ...turned, ...kept, ...headOf(EOI)]), orientation };
}

const headOf = (marker: number) => [new Uint8Array([0xff, marker])];

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== JPG && marker !== DAC;

interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

// A marker may be preceded by any number of FF; of those without a length only the end may stand between segments.
function segmentAt(bytes: Uint8Array, place: number): Segment {
  refuseUnless(bytes[place] === 0xff);
  let at = place + 1;
  while (bytes[at] === 0xff) at++;
  const marker = bytes[at] ?? 0;
  if (marker === EOI) return { marker, start: at - 1, end: at + 1 };
  refuseUnless(marker >= 0xc0 && !(marker >= 0xd0 && marker <= SOI));
  const length = viewOf(bytes).getUint16(at + 1);
  const end = at + 1 + length;
  refuseUnless(length >= 2 && end <= bytes.length);
  return { marker, start: at - 1, end };
}

function keptOf(marker: number, segment: Uint8Array): Uint8Array | undefined {
  if (marker < APP0) return segment;
  if (marker === APP0 && asciiAt(segment, 4, 5) === "JFIF\0") return withoutThumbnail(segment);
  if (marker === APP2 && asciiAt(segment, 4, 12) === "ICC_PROFILE\0") return segment;
  return marker === APP14 && asciiAt(segment, 4, 5) === "Adobe" ? segment : undefined;
}

function withoutThumbnail(segment: Uint8Array): Uint8Array {
  refuseUnless(segment.length >= JFIF_BYTES);
  const short = segment.slice(0, JFIF_BYTES);
  viewOf(short).setUint16(2, JFIF_BYTES - 2);
  viewOf(short).setUint16(JFIF_BYTES - 2, 0);
  return short;
}

// Entropy-coded data runs to the next marker; FF 00 is a byte of it, FF D0-D7 a restart within it.
function endOfScan(bytes: Uint8Array, start: number): number {
  let place = start;
  for (;;) {
    place = bytes.indexOf(0xff, place);
    refuseUnless(place !== -1 && place + 1 < bytes.length);
    const next = bytes[place + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return place;
    place += next === 0xff ? 1 : 2;
  }
}
