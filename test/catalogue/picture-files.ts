import { joinBytes } from "../../workers/core/images/image-type.ts";
import { crc32 } from "../../workers/core/images/strip-png.ts";

/** What no published picture may carry: a place, and who took it. */
export const SECRETS = ["GPSLatitude 33.5731", "Sara's phone", "<x:xmpmeta"] as const;
const [GPS, OWNER, XMP] = SECRETS;

export const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
export const textOf = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const bigEndian = (value: number, bytes: number) =>
  Uint8Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) % 256);
const littleEndian = (value: number, bytes: number) => bigEndian(value, bytes).reverse();

export interface Size {
  readonly width?: number;
  readonly height?: number;
}

export const segment = (marker: number, data: Uint8Array) =>
  joinBytes([new Uint8Array([0xff, marker]), bigEndian(data.length + 2, 2), data]);

/** An EXIF block with the orientation and, behind it, a place. */
export const exif = (orientation: number, isLittle = false) => {
  const number = isLittle ? littleEndian : bigEndian;
  const entry = [number(0x112, 2), number(3, 2), number(1, 4), number(orientation, 2), number(0, 2)];
  const directory = [number(8, 4), number(1, 2), ...entry, number(0, 4)];
  return joinBytes([ascii("Exif\0\0"), ascii(isLittle ? "II*\0" : "MM\0*"), ...directory, ascii(GPS)]);
};

/** A JPEG as readers of headers see one; its scan is not decoded by anybody. */
export function jpegFile(
  { width = 40, height = 30 }: Size = {},
  ...extra: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  const frame = [new Uint8Array([8]), bigEndian(height, 2), bigEndian(width, 2), new Uint8Array([1, 1, 0x11, 0])];
  return joinBytes([
    new Uint8Array([0xff, 0xd8]),
    segment(0xe0, joinBytes([ascii("JFIF\0"), new Uint8Array([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
    ...extra,
    segment(0xdb, new Uint8Array(65)),
    segment(0xc0, joinBytes(frame)),
    segment(0xda, new Uint8Array([1, 1, 0, 0, 63, 0])),
    new Uint8Array([0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56]),
    new Uint8Array([0xff, 0xd9]),
  ]);
}

export const photoWithSecrets = (orientation = 6) =>
  joinBytes([
    jpegFile(
      {},
      segment(0xe1, exif(orientation)),
      segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${XMP}`)),
      segment(0xed, ascii(`Photoshop 3.0\0${OWNER}`)),
      segment(0xfe, ascii(OWNER)),
    ),
    ascii(GPS),
  ]);

export const pngChunk = (name: string, data: Uint8Array) => {
  const body = joinBytes([ascii(name), data]);
  return joinBytes([bigEndian(data.length, 4), body, bigEndian(crc32(body), 4)]);
};

export function pngFile(
  { width = 40, height = 30 }: Size = {},
  ...extra: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  return joinBytes([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk("IHDR", joinBytes([bigEndian(width, 4), bigEndian(height, 4), new Uint8Array([8, 2, 0, 0, 0])])),
    ...extra,
    pngChunk("IDAT", new Uint8Array([0x78, 0x9c, 1])),
    pngChunk("IEND", new Uint8Array()),
  ]);
}

export const pngWithSecrets = () =>
  joinBytes([
    pngFile(
      {},
      pngChunk("eXIf", ascii(GPS)),
      pngChunk("tEXt", ascii(`Author\0${OWNER}`)),
      pngChunk("zTXt", ascii(OWNER)),
      pngChunk("iTXt", ascii(XMP)),
      pngChunk("gAMA", bigEndian(45_455, 4)),
    ),
    ascii(GPS),
  ]);

export const webpChunk = (name: string, data: Uint8Array) =>
  joinBytes([ascii(name), littleEndian(data.length, 4), data, new Uint8Array(data.length % 2)]);

const riff = (...chunks: readonly Uint8Array[]) => {
  const body = joinBytes([ascii("WEBP"), ...chunks]);
  return joinBytes([ascii("RIFF"), littleEndian(body.length, 4), body]);
};

const lossless = ({ width = 40, height = 30 }: Size) =>
  webpChunk(
    "VP8L",
    joinBytes([new Uint8Array([0x2f]), littleEndian(width - 1 + (height - 1) * 16_384, 4), new Uint8Array(6)]),
  );

export const webpFile = (size: Size = {}): Uint8Array<ArrayBuffer> => riff(lossless(size));

/** A WebP with a canvas (`size`), which may lie about its picture. */
export function webpWithSecrets({ width = 40, height = 30 }: Size = {}, picture: Size = { width, height }) {
  const canvas = joinBytes([new Uint8Array([0x0c, 0, 0, 0]), littleEndian(width - 1, 3), littleEndian(height - 1, 3)]);
  const secrets = [webpChunk("EXIF", ascii(GPS)), webpChunk("XMP ", ascii(XMP)), webpChunk("WHO?", ascii(OWNER))];
  return joinBytes([riff(webpChunk("VP8X", canvas), lossless(picture), ...secrets), ascii(GPS)]);
}

const box = (name: string, ...data: readonly Uint8Array[]) => {
  const body = joinBytes(data);
  return joinBytes([bigEndian(body.length + 8, 4), ascii(name), body]);
};
const full = (version: number) => bigEndian(version * 16_777_216, 4);
const item = (type: string) => box("infe", full(2), bigEndian(1, 2), bigEndian(0, 2), ascii(`${type}\0`));

export function avifFile({ width = 40, height = 30 }: Size = {}, ...items: readonly string[]): Uint8Array<ArrayBuffer> {
  const size = box("ispe", full(0), bigEndian(width, 4), bigEndian(height, 4));
  const entries = ["av01", ...items].map(item);
  return joinBytes([
    box("ftyp", ascii("avif"), bigEndian(0, 4), ascii("avifmif1")),
    box(
      "meta",
      full(0),
      box("hdlr", full(0), bigEndian(0, 4), ascii("pict"), new Uint8Array(13)),
      box("pitm", full(0), bigEndian(1, 2)),
      box("iloc", full(0), new Uint8Array(8)),
      box("iinf", full(0), bigEndian(entries.length, 2), ...entries),
      box("iprp", box("ipco", size), box("ipma", full(0), new Uint8Array(4))),
    ),
    box("mdat", new Uint8Array(16)),
  ]);
}
