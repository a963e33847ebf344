import type { JSX } from "solid-js";
import { ShareBar } from "./share-bar.tsx";

/** A row's name over its part of the largest row. */
export function BarLabel(props: { part: number; of: number; children: JSX.Element }) {
  return (
    <span class="grid min-w-32 gap-1.5">
      <span class="line-clamp-2 break-words">
        <bdi>{props.children}</bdi>
      </span>
      <ShareBar part={props.part} of={props.of} />
    </span>
  );
}
