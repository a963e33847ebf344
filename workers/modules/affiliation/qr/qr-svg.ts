import { encode } from "uqr";

const QUIET_MODULES = 4;
// Of the code's width: 5 % of its area, where level H restores 30 % of the words.
const LOGO_SHARE = 0.2;
// Half the width of the star's drawing, and the white kept free around it.
const STAR_RADIUS = 25.46;
const STAR_MARGIN_MODULES = 0.7;
const STAR =
  "M0 -25.46L7.46 -18L18 -18L18 -7.46L25.46 0L18 7.46L18 18L7.46 18L0 25.46L-7.46 18L-18 18L-18 7.46L-25.46 0L-18 -7.46L-18 -18L-7.46 -18Z";
const INK = "#1f1d2b";
const MAJORELLE = "#3b3fc4";

/** A printable code of the address, `widthMm` wide with its quiet zone, our star in the middle. Level H. */
export function qrSvg(address: string, widthMm: number): string {
  const { data, size } = encode(address, { ecc: "H", border: 0 });
  const width = size + 2 * QUIET_MODULES;
  const middle = width / 2;
  const logo = logoModules(size);
  const start = middle - logo / 2;
  const scale = (logo / 2 - STAR_MARGIN_MODULES) / STAR_RADIUS;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${widthMm}mm" viewBox="0 0 ${width} ${width}">`,
    `<rect width="${width}" height="${width}" fill="#fff"/>`,
    `<path fill="${INK}" shape-rendering="crispEdges" d="${modulesPath(data)}"/>`,
    `<rect x="${start}" y="${start}" width="${logo}" height="${logo}" fill="#fff"/>`,
    `<g transform="translate(${middle} ${middle}) scale(${scale.toFixed(4)})"><path fill="${MAJORELLE}" d="${STAR}"/>`,
    `<path fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" d="M-9 7L-3 -1L3 4L10 -7"/></g></svg>`,
  ].join("");
}

// Odd as the code's own width is, so that its edges fall between modules.
function logoModules(size: number): number {
  return 2 * Math.floor((size * LOGO_SHARE) / 2) + 1;
}

// Each row's runs of dark modules.
function modulesPath(data: readonly (readonly boolean[])[]): string {
  return data
    .map((row, y) =>
      [
        ...row
          .map((isDark) => (isDark ? "1" : "0"))
          .join("")
          .matchAll(/1+/g),
      ]
        .map(({ 0: run, index }) => `M${index + QUIET_MODULES} ${y + QUIET_MODULES}h${run.length}v1h-${run.length}z`)
        .join(""),
    )
    .join("");
}
