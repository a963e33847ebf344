import type { JSX } from "solid-js";

/** A picture of another page: nothing in it can be reached or is read out. */
export function SeenOnly(props: { children: JSX.Element }) {
  return (
    <div inert aria-hidden="true" class="max-h-[36rem] overflow-clip rounded-lg border border-line">
      {props.children}
    </div>
  );
}

/** What just happened on the page, for those who do not see it. */
export function Announced(props: { text: string }) {
  return (
    <p class="sr-only" role="status">
      {props.text}
    </p>
  );
}
