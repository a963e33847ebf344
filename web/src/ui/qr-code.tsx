import { createResource, Show } from "solid-js";

const QUIET_ZONE = 2;

/** A code to scan, dark on white in both themes: cameras expect it so. The encoder is loaded when one is shown. */
export function QrCode(props: { text: string; label: string }) {
  const [modules] = createResource(
    () => props.text,
    async (text) => {
      const { encode } = await import("uqr");
      return encode(text, { ecc: "M", border: QUIET_ZONE }).data;
    },
  );
  return (
    <div class="size-52 overflow-clip rounded-lg border border-line">
      <Show when={modules.latest}>
        {(rows) => (
          <svg viewBox={`0 0 ${rows().length} ${rows().length}`} role="img" aria-label={props.label}>
            <rect width="100%" height="100%" fill="#fff" />
            <path d={pathOf(rows())} fill="#000" shape-rendering="crispEdges" />
          </svg>
        )}
      </Show>
    </div>
  );
}

const pathOf = (rows: readonly (readonly boolean[])[]) =>
  rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
