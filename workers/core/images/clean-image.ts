import { HEIF } from "image-size/types/heif";
import { JPG } from "image-size/types/jpg";
import { PNG } from "image-size/types/png";
import { WEBP } from "image-size/types/webp";
import { DomainError, Invalid } from "../errors.ts";
import { type ImageType, imageTypeOf } from "./image-type.ts";
import { inspectAvif } from "./inspect-avif.ts";
import { stripJpeg } from "./strip-jpeg.ts";
import { stripPng } from "./strip-png.ts";
import { stripWebp } from "./strip-webp.ts";
import { refuseUnless } from "./unreadable.ts";

const PIXELS_MAX = 25_000_000;
const TURNED_FROM = 5;
const MEASURES = { "image/jpeg": JPG, "image/png": PNG, "image/webp": WEBP, "image/avif": HEIF } as const;

export interface CleanImage {
  readonly type: ImageType;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Pixels as it is seen, turned as it says. */
  readonly width: number;
  readonly height: number;
}

/**
 * A picture as it may be published: its type known from its first bytes, at most 25 million pixels, without metadata. Its
 * pixels are never decoded: a few KB may unpack into hundreds of MB.
 * @throws Invalid `image.type_unsupported`, `image.unreadable`, `image.too_many_pixels`, `image.carries_metadata`
 */
export function cleanImage(given: Uint8Array<ArrayBuffer>): CleanImage {
  const type = imageTypeOf(given);
  if (!type) throw new Invalid("image.type_unsupported");
  try {
    sizeOf(type, given);
    const { bytes, isTurned } = stripped(type, given);
    const { width, height } = sizeOf(type, bytes);
    return isTurned ? { type, bytes, width: height, height: width } : { type, bytes, width, height };
  } catch (failure) {
    // Reading past the end, or what image-size makes of a broken file.
    throw failure instanceof DomainError ? failure : new Invalid("image.unreadable");
  }
}

interface Stripped {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isTurned: boolean;
}

function stripped(type: ImageType, bytes: Uint8Array<ArrayBuffer>): Stripped {
  if (type === "image/png") return { bytes: stripPng(bytes), isTurned: false };
  if (type === "image/webp") return { bytes: stripWebp(bytes), isTurned: false };
  if (type === "image/avif") return { bytes, ...inspectAvif(bytes) };
  const { bytes: photo, orientation } = stripJpeg(bytes);
  return { bytes: photo, isTurned: orientation >= TURNED_FROM };
}

function sizeOf(type: ImageType, bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const { width, height, images = [] } = MEASURES[type].calculate(bytes);
  const largest = images.reduce((one, other) => (pixelsOf(other) > pixelsOf(one) ? other : one), { width, height });
  refuseUnless(largest.width > 0 && largest.height > 0);
  if (pixelsOf(largest) > PIXELS_MAX) throw new Invalid("image.too_many_pixels");
  return largest;
}

const pixelsOf = ({ width, height }: { width: number; height: number }) => width * height;
