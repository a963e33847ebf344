/** Drawn for the demo: what stands on the picture in a square of 100, and the ground's colour. Nobody's photographs. */
export interface SeedPicture {
  readonly ground: string;
  readonly drawing: string;
}

const PAPER = "#fbf6ec";
const INK = "#2b2a35";
const BLUE = "#3b3fb6";
const SAFFRON = "#e2a72e";
const MINT = "#3f9a7c";
const CLAY = "#c1583c";

const robe = (cloth: string, trim: string, belt: string) =>
  `<path d="M41 22 Q50 30 59 22 L80 42 L72 52 L65 46 L70 86 L30 86 L35 46 L28 52 L20 42Z" fill="${cloth}"/>
   <path d="M46 25 L50 34 L54 25 M50 34 V84" stroke="${trim}" stroke-width="2.4" fill="none"/>${belt}`;
const jar = (glass: string, label: string, lid: string) =>
  `<rect x="30" y="34" width="40" height="50" rx="8" fill="${glass}"/><rect x="33" y="24" width="34" height="12" rx="3" fill="${lid}"/>
   <rect x="36" y="50" width="28" height="20" rx="2" fill="${label}"/><circle cx="50" cy="60" r="5" fill="${lid}"/>`;
const bowl = (heap: string, clay: string) =>
  `<path d="M26 52 Q50 18 74 52Z" fill="${heap}"/><path d="M20 52 H80 Q76 80 50 80 Q24 80 20 52Z" fill="${clay}"/>
   <path d="M24 60 H76" stroke="${PAPER}" stroke-width="2" stroke-dasharray="4 4"/>`;
const phone = (body: string, inside: string) =>
  `<rect x="32" y="16" width="36" height="68" rx="7" fill="${body}"/><rect x="36" y="22" width="28" height="54" rx="2" fill="${PAPER}"/>${inside}`;

/** By the product's key. */
export const PICTURES: Readonly<Record<string, SeedPicture>> = {
  djellaba: { ground: "#e9dfc9", drawing: robe(BLUE, SAFFRON, "") },
  caftan: {
    ground: "#f0dcd3",
    drawing: robe(CLAY, SAFFRON, `<rect x="34" y="50" width="32" height="5" fill="${SAFFRON}"/>`),
  },
  takchita: {
    ground: "#d9e8e1",
    drawing: robe(MINT, PAPER, `<rect x="34" y="50" width="32" height="6" fill="${SAFFRON}"/>`),
  },
  babouche: {
    ground: "#f3e6c8",
    drawing: `<path d="M14 62 Q30 40 48 58 L86 64 Q92 72 82 74 L24 76 Q12 74 14 62Z" fill="${SAFFRON}"/>
      <path d="M20 62 Q32 50 44 60 Q34 66 20 66Z" fill="${INK}"/><path d="M52 62 L80 68" stroke="${PAPER}" stroke-width="2"/>`,
  },
  foulard: {
    ground: "#e2e0f0",
    drawing: `<path d="M22 26 Q50 16 78 26 L70 48 Q50 40 30 48Z" fill="${BLUE}"/><path d="M30 48 L22 84 L44 76 L50 46Z" fill="#5b5fce"/>
      <path d="M50 46 L58 80 L74 70 L70 48Z" fill="#7c80dd"/><path d="M34 32 Q50 26 66 32" stroke="${SAFFRON}" stroke-width="2" fill="none"/>`,
  },
  argan: {
    ground: "#efe3c4",
    drawing: `<rect x="38" y="36" width="24" height="50" rx="5" fill="${SAFFRON}"/><rect x="44" y="18" width="12" height="16" rx="2" fill="${INK}"/>
      <rect x="41" y="52" width="18" height="20" fill="${PAPER}"/><path d="M50 56 Q56 62 50 68 Q44 62 50 56Z" fill="${MINT}"/>`,
  },
  savon: { ground: "#dcd9cf", drawing: jar("#4b4436", PAPER, "#241f18") },
  ghassoul: { ground: "#e6dccf", drawing: bowl("#a98a6b", CLAY) },
  amlou: { ground: "#efdfc6", drawing: jar("#9a6633", PAPER, SAFFRON) },
  coffret: {
    ground: "#e4ecdf",
    drawing: `<rect x="18" y="42" width="64" height="42" rx="4" fill="${MINT}"/><rect x="16" y="34" width="68" height="14" rx="3" fill="#2f7d64"/>
      <rect x="46" y="34" width="8" height="50" fill="${SAFFRON}"/><path d="M50 34 Q34 16 30 28 Q32 36 50 34 Q66 16 70 28 Q68 36 50 34Z" fill="${SAFFRON}"/>`,
  },
  spa: {
    ground: "#d6e6ea",
    drawing: `<path d="M22 84 V48 Q22 20 50 20 Q78 20 78 48 V84Z" fill="${BLUE}"/><path d="M32 84 V50 Q32 30 50 30 Q68 30 68 50 V84Z" fill="${PAPER}"/>
      <path d="M40 72 q5 -7 0 -14 M50 72 q5 -7 0 -14 M60 72 q5 -7 0 -14" stroke="${MINT}" stroke-width="2.6" fill="none"/>`,
  },
  coque: {
    ground: "#dfe3f2",
    drawing: phone(BLUE, `<circle cx="50" cy="49" r="11" fill="none" stroke="${SAFFRON}" stroke-width="3"/>`),
  },
  ecouteurs: {
    ground: "#e3e6ea",
    drawing: `<rect x="24" y="52" width="52" height="32" rx="14" fill="${INK}"/><rect x="30" y="24" width="12" height="26" rx="6" fill="${PAPER}"/>
      <rect x="58" y="24" width="12" height="26" rx="6" fill="${PAPER}"/><circle cx="50" cy="68" r="4" fill="${MINT}"/>`,
  },
  chargeur: {
    ground: "#e8e4da",
    drawing: `<rect x="32" y="38" width="36" height="38" rx="7" fill="${PAPER}"/><rect x="40" y="24" width="5" height="14" fill="${INK}"/>
      <rect x="55" y="24" width="5" height="14" fill="${INK}"/><path d="M52 44 L43 60 H50 L47 71 L58 54 H51Z" fill="${SAFFRON}"/>`,
  },
  batterie: {
    ground: "#dbe9e2",
    drawing: `<rect x="28" y="22" width="44" height="62" rx="8" fill="${INK}"/><rect x="36" y="32" width="28" height="6" rx="3" fill="${MINT}"/>
      <rect x="36" y="42" width="28" height="6" rx="3" fill="${MINT}"/><rect x="36" y="52" width="28" height="6" rx="3" fill="#565467"/>`,
  },
  baskets: {
    ground: "#f0e1da",
    drawing: `<path d="M14 66 L18 42 L34 40 L48 56 L80 62 Q88 66 86 74 L14 74Z" fill="${CLAY}"/><rect x="12" y="74" width="76" height="8" rx="4" fill="${PAPER}"/>
      <path d="M38 46 L44 42 M43 52 L50 48" stroke="${PAPER}" stroke-width="2.4"/>`,
  },
  montre: {
    ground: "#e3dfd3",
    drawing: `<rect x="40" y="10" width="20" height="80" rx="5" fill="#6b4a35"/><circle cx="50" cy="50" r="22" fill="${INK}"/>
      <circle cx="50" cy="50" r="17" fill="${PAPER}"/><path d="M50 50 V38 M50 50 L58 54" stroke="${CLAY}" stroke-width="2.6"/>`,
  },
  ras: { ground: "#f1dfcb", drawing: bowl("#b8582e", "#8a3d24") },
  safran: { ground: "#f6e3bd", drawing: bowl("#d8431f", SAFFRON) },
  the: {
    ground: "#dceadf",
    drawing: `<path d="M30 46 H66 Q70 78 48 80 Q26 78 30 46Z" fill="#b9bcc4"/><path d="M66 52 L84 44 L72 64Z" fill="#b9bcc4"/>
      <path d="M30 50 Q16 54 30 70" stroke="#b9bcc4" stroke-width="4" fill="none"/><path d="M36 46 Q48 26 60 46Z" fill="#8f939d"/>
      <circle cx="48" cy="31" r="3.5" fill="${MINT}"/>`,
  },
  miel: { ground: "#f5e6c4", drawing: jar(SAFFRON, PAPER, "#7a4e16") },
  atelier: {
    ground: "#e9e0ee",
    drawing: `<path d="M50 16 L84 70 H16Z" fill="${CLAY}"/><rect x="14" y="70" width="72" height="10" rx="5" fill="#8a3d24"/>
      <circle cx="50" cy="14" r="5" fill="${SAFFRON}"/><path d="M30 60 H70 M38 47 H62" stroke="${PAPER}" stroke-width="2.4"/>`,
  },
};

const STAR =
  "M0 -9 L2.6 -6.4 L6.4 -6.4 L6.4 -2.6 L9 0 L6.4 2.6 L6.4 6.4 L2.6 6.4 L0 9 L-2.6 6.4 L-6.4 6.4 L-6.4 2.6 L-9 0 L-6.4 -2.6 L-6.4 -6.4 L-2.6 -6.4Z";

/** The picture as SVG of 900 pixels a side: the drawing on a quiet ground of stars. */
export function pictureSvg({ ground, drawing }: SeedPicture): string {
  const stars = Array.from({ length: 36 }, (_, index) => {
    const [x, y] = [8 + (index % 6) * 17, 8 + Math.floor(index / 6) * 17];
    return `<path d="${STAR}" transform="translate(${x} ${y}) scale(.9)"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900" viewBox="0 0 100 100"><rect width="100" height="100" fill="${ground}"/>
    <g fill="none" stroke="#ffffff" stroke-opacity=".45" stroke-width=".5">${stars.join("")}</g>
    <g transform="translate(12 12) scale(.76)">${drawing}</g></svg>`;
}
