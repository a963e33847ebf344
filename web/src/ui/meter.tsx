import type { JSX } from "solid-js";

/** How much of a limit is used, in words and as a bar. */
export function Meter(props: { label: string; used: number; max: number; note?: JSX.Element }) {
  const isFull = () => props.used >= props.max;
  return (
    <div class="grid gap-1.5">
      <p class="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span class="font-medium">{props.label}</span>
        <span class="text-ink-soft">{props.note}</span>
      </p>
      <progress
        class={`h-2 w-full appearance-none overflow-clip rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken ${isFull() ? "[&::-moz-progress-bar]:bg-saffron-fill [&::-webkit-progress-value]:bg-saffron-fill" : "[&::-moz-progress-bar]:bg-majorelle [&::-webkit-progress-value]:bg-majorelle"}`}
        aria-label={props.label}
        value={Math.min(props.used, props.max)}
        max={Math.max(props.max, 1)}
      />
    </div>
  );
}
