import type { EvidenceType } from "../../../../schemas/claims.ts";
import { Invalid } from "../../../core/errors.ts";
import { cleanImage } from "../../../core/images/clean-image.ts";
import { asciiAt, imageTypeOf } from "../../../core/images/image-type.ts";

export interface CleanEvidence {
  readonly type: EvidenceType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const PDF_HEAD = /^%PDF-[12]\.\d/;
const PDF_END = "%%EOF";
const TAIL_BYTES = 1024;

/**
 * A file as evidence keeps it, known from its bytes whatever its name says: a picture without its metadata (where and with
 * what it was taken is nobody's business), or a PDF as it is.
 * @throws Invalid `evidence.type_unsupported`, `image.unreadable`, `image.too_many_pixels`, `image.carries_metadata`
 */
export function cleanEvidence(given: Uint8Array<ArrayBuffer>): CleanEvidence {
  if (isPdf(given)) return { type: "application/pdf", bytes: given };
  if (!imageTypeOf(given)) throw new Invalid("evidence.type_unsupported");
  const { type, bytes } = cleanImage(given);
  return { type, bytes };
}

// What begins as a PDF and has no end is cut off, or something else that hides behind the name.
function isPdf(bytes: Uint8Array): boolean {
  const tailStart = Math.max(0, bytes.length - TAIL_BYTES);
  return PDF_HEAD.test(asciiAt(bytes, 0, 8)) && asciiAt(bytes, tailStart, TAIL_BYTES).includes(PDF_END);
}

export const EVIDENCE_EXTENSIONS: Readonly<Record<EvidenceType, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/avif": "avif",
  "application/pdf": "pdf",
};
