import type { Context } from "../../../platform/context.ts";

/** Writes the text compressed; its length is known before, as R2 wants. @returns bytes of the file */
export async function writePiece(ctx: Context, name: string, text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const file = await new Response(stream).arrayBuffer();
  await ctx.files.put(name, file, { httpMetadata: { contentType: "application/gzip" } });
  return file.byteLength;
}

/** The text of a piece; undefined when it is not there. */
export async function readPiece(ctx: Context, name: string): Promise<string | undefined> {
  const file = await ctx.files.get(name);
  if (file === null) return undefined;
  return new Response(file.body.pipeThrough(new DecompressionStream("gzip"))).text();
}
