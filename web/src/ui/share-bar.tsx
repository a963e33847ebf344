/** A part of the largest, as a bar that begins at zero; the number it shows stands beside it in words. */
export function ShareBar(props: { part: number; of: number; tone?: "accent" | "quiet" }) {
  const percent = () => (props.of <= 0 ? 0 : Math.max(props.part > 0 ? 0.8 : 0, (100 * props.part) / props.of));
  return (
    <svg class="block h-1.5 w-full rtl:-scale-x-100" aria-hidden="true">
      <rect class="fill-sunken" width="100%" height="100%" rx="3" />
      <rect
        class={props.tone === "quiet" ? "fill-line-strong" : "fill-majorelle"}
        width={`${percent()}%`}
        height="100%"
        rx="3"
      />
    </svg>
  );
}
