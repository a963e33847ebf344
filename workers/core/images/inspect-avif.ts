import { Invalid } from "../errors.ts";
import { asciiAt, viewOf } from "./image-type.ts";
import { refuseUnless } from "./unreadable.ts";

const HEAD_BYTES = 8;
const LONG_HEAD_BYTES = 16;
const FULL_BOX_BYTES = 4;
/** Items that are EXIF, XMP (`mime`) or a reference to something elsewhere. */
const METADATA_ITEMS = new Set(["Exif", "mime", "uri "]);

interface Box {
  readonly name: string;
  readonly data: Uint8Array;
}

/**
 * Whether the picture is shown turned by a quarter. An AVIF is let through as it is or not at all: its boxes point at each other by place, so nothing can be taken out.
 * @throws Invalid `image.unreadable`, `image.carries_metadata`
 */
export function inspectAvif(bytes: Uint8Array): { readonly isTurned: boolean } {
  const boxes = boxesOf(bytes);
  const meta = boxes.filter(({ name }) => name === "meta");
  refuseUnless(meta.length === 1 && boxes.some(({ name }) => name === "mdat"));
  const inner = meta.flatMap(({ data }) => boxesOf(data.subarray(FULL_BOX_BYTES)));
  const info = inner.filter(({ name }) => name === "iinf");
  refuseUnless(info.length === 1 && inner.some(({ name }) => name === "iloc"));
  const items = info.flatMap(({ data }) => itemTypesOf(data));
  refuseUnless(items.includes("av01"));
  if (boxes.some(hidesSomething) || inner.some(hidesSomething) || items.some((type) => METADATA_ITEMS.has(type)))
    throw new Invalid("image.carries_metadata");
  const properties = ["iprp", "ipco"].reduce(
    (boxes, name) => boxes.flatMap((one) => (one.name === name ? boxesOf(one.data) : [])),
    inner,
  );
  return { isTurned: properties.some(({ name, data }) => name === "irot" && ((data[0] ?? 0) & 1) === 1) };
}

function boxesOf(bytes: Uint8Array): Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let place = 0; place < bytes.length; ) {
    const given = view.getUint32(place);
    const size = given === 0 ? bytes.length - place : given === 1 ? longSize(view, place) : given;
    const head = given === 1 ? LONG_HEAD_BYTES : HEAD_BYTES;
    refuseUnless(size >= head && place + size <= bytes.length);
    boxes.push({ name: asciiAt(bytes, place + 4, 4), data: bytes.subarray(place + head, place + size) });
    place += size;
  }
  return boxes;
}

function longSize(view: DataView, place: number): number {
  refuseUnless(view.getUint32(place + 8) === 0);
  return view.getUint32(place + 12);
}

// Sequences (moov) carry texts of their own, and a box that is neither needed nor empty may hold anything.
function hidesSomething({ name, data }: Box): boolean {
  if (name === "free" || name === "skip") return data.some((byte) => byte !== 0);
  return !KNOWN.has(name);
}
const KNOWN = new Set([
  ...["ftyp", "meta", "mdat"],
  ...["hdlr", "pitm", "iloc", "iinf", "iprp", "iref", "idat", "dinf", "grpl"],
]);

/** The four letters of each item's type: version 2 and 3 of `infe` alone have one. */
function itemTypesOf(data: Uint8Array): string[] {
  const version = data[0] ?? 0;
  const entries = boxesOf(data.subarray(FULL_BOX_BYTES + (version === 0 ? 2 : 4)));
  return entries.map(({ name, data: entry }) => {
    const entryVersion = entry[0] ?? 0;
    refuseUnless(name === "infe" && (entryVersion === 2 || entryVersion === 3));
    return asciiAt(entry, FULL_BOX_BYTES + (entryVersion === 2 ? 2 : 4) + 2, 4);
  });
}
