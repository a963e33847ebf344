let isReady = false;

/** Draws an SVG without text as a PNG, `widthPx` wide. The renderer is loaded when the first picture is asked for. */
export async function svgPng(svg: string, widthPx: number): Promise<Uint8Array> {
  const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
  if (!isReady) {
    const { default: wasm } = await import("@resvg/resvg-wasm/index_bg.wasm");
    // Two requests may have begun at once: the renderer itself says so when it is still without its module.
    await initWasm(wasm).catch((failure: unknown) => {
      if (!/already initialized/i.test(String(failure))) throw failure;
    });
    isReady = true;
  }
  const drawing = new Resvg(svg, { fitTo: { mode: "width", value: widthPx }, font: { loadSystemFonts: false } });
  try {
    return drawing.render().asPng();
  } finally {
    drawing.free();
  }
}
