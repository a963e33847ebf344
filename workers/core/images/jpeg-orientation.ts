import { asciiAt, joinBytes, viewOf } from "./image-type.ts";

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

/** How an EXIF block (behind its segment's head) says the picture is turned: 2 to 8, or 1 when it says nothing sane. */
export function orientationOf(exif: Uint8Array): number {
  if (asciiAt(exif, 0, 6) !== "Exif\0\0") return 1;
  const tiff = exif.subarray(6);
  const order = asciiAt(tiff, 0, 2);
  if ((order !== "II" && order !== "MM") || tiff.length < 8) return 1;
  const isLittle = order === "II";
  const view = viewOf(tiff);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, isLittle);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > tiff.length) return 1;
    if (view.getUint16(entry, isLittle) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 2, isLittle) === SHORT ? view.getUint16(entry + 8, isLittle) : 1;
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An APP1 segment whose EXIF block has one entry, the orientation. */
export function orientationSegment(orientation: number): Uint8Array {
  const name = Uint8Array.from("Exif\0\0MM\0*", (character) => character.charCodeAt(0));
  const directory = new Uint8Array(22);
  const view = viewOf(directory);
  view.setUint32(0, 8);
  view.setUint16(4, 1);
  view.setUint16(6, ORIENTATION_TAG);
  view.setUint16(8, SHORT);
  view.setUint32(10, 1);
  view.setUint16(14, orientation);
  return joinBytes([new Uint8Array([0xff, 0xe1, 0, 2 + name.length + directory.length]), name, directory]);
}
