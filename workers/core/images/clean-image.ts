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
    const bytes = stripped(type, given);
    return { type, bytes, ...sizeOf(type, bytes) };
  } catch (failure) {
    // Reading past the end, or what image-size makes of a broken file.
    throw failure instanceof DomainError ? failure : new Invalid("image.unreadable");
  }
}

function stripped(type: ImageType, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (type === "image/jpeg") return stripJpeg(bytes);
  if (type === "image/png") return stripPng(bytes);
  if (type === "image/webp") return stripWebp(bytes);
  inspectAvif(bytes);
  return bytes;
}

function sizeOf(type: ImageType, bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const { width, height, orientation = 1, images = [] } = MEASURES[type].calculate(bytes);
  const largest = images.reduce((one, other) => (pixelsOf(other) > pixelsOf(one) ? other : one), { width, height });
  refuseUnless(largest.width > 0 && largest.height > 0);
  if (pixelsOf(largest) > PIXELS_MAX) throw new Invalid("image.too_many_pixels");
  const { width: across, height: down } = largest;
  return orientation < TURNED_FROM ? { width: across, height: down } : { width: down, height: across };
}

const pixelsOf = ({ width, height }: { width: number; height: number }) => width * height;
