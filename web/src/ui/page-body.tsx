import type { JSX } from "solid-js";

/** The parts of a page below each other, where the frame leaves the measure to the page. */
export function PageBody(props: { children: JSX.Element }) {
  return (
    <div class="mx-auto grid w-full max-w-page grid-cols-1 content-start gap-6 px-4 py-6 sm:px-6 sm:py-8">
      {props.children}
    </div>
  );
}
