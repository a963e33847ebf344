import type { JSX } from "solid-js";
import { ZelligePattern } from "./zellige-pattern.tsx";

/** The last word of a public page, on the blue field. */
export function Closing(props: { title: string; text: string; actions: JSX.Element }) {
  return (
    <div class="mx-auto w-full max-w-page px-4 pb-14 sm:px-6">
      <section class="relative isolate grid grid-cols-1 gap-6 overflow-clip rounded-lg bg-night px-6 py-10 text-on-night sm:px-10 sm:py-14">
        <div class="absolute inset-0 -z-10 mask-[linear-gradient(to_left,black,transparent_75%)] rtl:mask-[linear-gradient(to_right,black,transparent_75%)]">
          <ZelligePattern place="night" />
        </div>
        <div class="grid max-w-prose grid-cols-1 gap-2">
          <h2 class="display-type text-xl">{props.title}</h2>
          <p class="text-on-night-soft">{props.text}</p>
        </div>
        <div class="flex flex-wrap gap-3">{props.actions}</div>
      </section>
    </div>
  );
}
