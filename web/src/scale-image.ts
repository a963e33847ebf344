import { IMAGE_MAX_BYTES } from "../../schemas/products.ts";

const SIDE_MAX_PX = 2048;
const SIDE_MIN_PX = 256;
const QUALITY = 0.85;
/** How much smaller the next try is when a picture is still too heavy. */
const SHRINK = 0.75;
const OPAQUE = 255;
const BYTES_PER_PIXEL = 4;

/** The browser cannot read the file as a picture. */
export class PictureUnreadable extends Error {
  constructor() {
    super("picture unreadable");
    this.name = "PictureUnreadable";
  }
}

/**
 * Draws a picture anew as it may be uploaded: upright, at most 2048 pixels a side and 5 MB, without anything but its pixels. JPEG
 * when nothing shows through, else WebP, or PNG where the browser writes no WebP. Reads whatever the browser can show.
 * @throws PictureUnreadable
 */
export async function scaleImage(file: File): Promise<File> {
  const picture = await decoded(file);
  try {
    let scale = Math.min(1, SIDE_MAX_PX / Math.max(picture.width, picture.height));
    for (;;) {
      const written = await draw(picture, scale);
      const side = Math.max(picture.width, picture.height) * scale;
      if (written.size <= IMAGE_MAX_BYTES || side * SHRINK < SIDE_MIN_PX) return named(written, file.name);
      scale *= SHRINK;
    }
  } finally {
    picture.close();
  }
}

async function decoded(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new PictureUnreadable();
  }
}

async function draw(picture: ImageBitmap, scale: number): Promise<Blob> {
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  if (!width || !height) throw new PictureUnreadable();
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d");
  if (!pen) throw new PictureUnreadable();
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, width, height);
  const type = isOpaque(pen.getImageData(0, 0, width, height).data) ? "image/jpeg" : "image/webp";
  return canvas.convertToBlob({ type, quality: QUALITY });
}

function isOpaque(pixels: Uint8ClampedArray): boolean {
  for (let place = BYTES_PER_PIXEL - 1; place < pixels.length; place += BYTES_PER_PIXEL)
    if (pixels[place] !== OPAQUE) return false;
  return true;
}

// A browser that does not know the type writes PNG, and says so.
function named(written: Blob, name: string): File {
  const ending = written.type === "image/jpeg" ? "jpg" : written.type.slice("image/".length);
  return new File([written], `${name.replace(/\.[^.]*$/, "") || "image"}.${ending}`, { type: written.type });
}
