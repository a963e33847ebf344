const PLACES = {
  behind: "absolute inset-0 -z-10 size-full text-majorelle opacity-[0.14]",
  night: "absolute inset-0 -z-10 size-full text-on-night opacity-[0.16]",
  medallion: "size-full text-majorelle",
} as const;
let patterns = 0;

/** The eight-point star grid as quiet lines: behind a heading, on the blue field, or filling a small frame. */
export function ZelligePattern(props: { place: keyof typeof PLACES }) {
  patterns += 1;
  const id = `zellige-${patterns}`;
  return (
    <svg class={PLACES[props.place]} aria-hidden="true">
      <defs>
        <pattern id={id} width="72" height="72" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="currentColor" stroke-width="1">
            <path d={STAR} />
            <path d={STAR} transform="translate(72 0)" />
            <path d={STAR} transform="translate(0 72)" />
            <path d={STAR} transform="translate(72 72)" />
            <path d={STAR} transform="translate(36 36)" />
            <path d="M36 36 m-6 0 l6 -6 l6 6 l-6 6z" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

// The khatam around the origin: two squares of half-side 18, one turned by 45 degrees, as one outline that touches its neighbours.
const STAR =
  "M0 -25.46 L7.46 -18 L18 -18 L18 -7.46 L25.46 0 L18 7.46 L18 18 L7.46 18 L0 25.46 L-7.46 18 L-18 18 L-18 7.46 L-25.46 0 L-18 -7.46 L-18 -18 L-7.46 -18 Z";
