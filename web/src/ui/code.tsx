import type { JSX } from "solid-js";

/** A code, a slug, an id: left to right in every language. */
export function Code(props: { children: JSX.Element }) {
  return (
    <bdi dir="ltr" class="font-mono text-[0.9375em] [overflow-wrap:anywhere]">
      {props.children}
    </bdi>
  );
}
