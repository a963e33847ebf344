import type { QrQuery } from "../../../../schemas/links.ts";
import { sha256Hex } from "../../../core/digest.ts";
import { SCAN_QUERY } from "../../../core/scan-marker.ts";
import type { Context } from "../../../platform/context.ts";
import { linkUrl } from "../link-object.ts";
import { getLink } from "../queries.ts";
import { qrSvg } from "./qr-svg.ts";
import { svgPng } from "./svg-png.ts";

const PRINT_WIDTH_MM = 80;
const PNG_TYPE = "image/png";

export interface QrFile {
  readonly name: string;
  readonly type: "image/svg+xml" | typeof PNG_TYPE;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream;
}

/**
 * The printable code of a link the actor may see; its address carries the mark of a scan. A PNG is drawn once and kept
 * under `qr/`. @throws NotFound `link.not_found`
 */
export async function getLinkQr(ctx: Context, linkId: string, { format, sizePx }: QrQuery): Promise<QrFile> {
  const { slug } = await getLink(ctx, linkId);
  const svg = qrSvg(`${linkUrl(ctx, slug)}?${SCAN_QUERY}`, PRINT_WIDTH_MM);
  const name = `qr-${slug}`;
  if (format === "svg") return { name: `${name}.svg`, type: "image/svg+xml", body: svg };
  return { name: `${name}-${sizePx}.png`, type: PNG_TYPE, body: await keptPng(ctx, svg, sizePx) };
}

// Named after the drawing itself: another address or another design is another file.
async function keptPng(ctx: Context, svg: string, sizePx: number): Promise<QrFile["body"]> {
  const key = `qr/${await sha256Hex(svg)}-${sizePx}.png`;
  const kept = await ctx.files.get(key);
  if (kept) return kept.body;
  const png = new Uint8Array(await svgPng(svg, sizePx));
  ctx.defer(() => ctx.files.put(key, png, { httpMetadata: { contentType: PNG_TYPE } }));
  return png;
}
