import { initWasm, Resvg } from "@resvg/resvg-wasm";
import resvg from "@resvg/resvg-wasm/index_bg.wasm";

let ready: Promise<void> | undefined;

/** The SVG as a PNG of its own size. */
export async function drawPicture(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(resvg);
  await ready;
  return Uint8Array.from(new Resvg(svg).render().asPng());
}
