/** The eight-point star grid, as quiet lines behind a heading. */
export function ZelligePattern() {
  return (
    <svg class="zellige" aria-hidden="true">
      <defs>
        <pattern id="zellige-star" width="64" height="64" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="currentColor" stroke-width="1">
            <rect x="16" y="16" width="32" height="32" />
            <rect x="16" y="16" width="32" height="32" transform="rotate(45 32 32)" />
            <path d="M0 0 9.4 32 0 64M64 0 54.6 32 64 64M0 0 32 9.4 64 0M0 64 32 54.6 64 64" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#zellige-star)" />
    </svg>
  );
}
