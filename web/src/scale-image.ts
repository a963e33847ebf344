const LONGEST_SIDE_PX = 1600;
const QUALITY = 0.85;

/** The picture as a WebP (or JPEG) of at most 1600 pixels, upright, without its metadata. Rejects what is no readable image. */
export async function scaleImage(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = (await encoded(canvas, "image/webp")) ?? (await encoded(canvas, "image/jpeg"));
  if (!pen || !blob) throw new Error("this browser cannot encode images");
  const ending = blob.type === "image/webp" ? "webp" : "jpg";
  return new File([blob], `${file.name.replace(/\.\w+$/, "")}.${ending}`, { type: blob.type });
}

// A browser that does not know the type answers with a PNG.
async function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  return blob?.type === type ? blob : undefined;
}
