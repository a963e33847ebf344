import Package from "lucide-solid/icons/package";
import { createSignal, For, Show } from "solid-js";

export interface Picture {
  readonly url: string;
  /** What it shows, or its place where nobody has said it. */
  readonly alt: string;
}

/** One picture in large, and the others to choose from. */
export function PictureGallery(props: { label: string; pictures: readonly Picture[] }) {
  const [place, setPlace] = createSignal(0);
  const shown = () => props.pictures[place()] ?? props.pictures[0];
  return (
    <section class="grid grid-cols-1 gap-2" aria-label={props.label}>
      <div class="relative grid aspect-4/3 place-items-center overflow-clip rounded-lg border border-line bg-sunken text-ink-soft">
        <Show when={shown()} fallback={<Package class="size-12" />}>
          {(picture) => (
            <img
              class="absolute inset-0 size-full object-contain"
              src={picture().url}
              alt={picture().alt}
              decoding="async"
            />
          )}
        </Show>
      </div>
      <Show when={props.pictures.length > 1}>
        <ul class="flex flex-wrap gap-2">
          <For each={props.pictures}>
            {(picture, index) => (
              <li>
                <button
                  type="button"
                  class="block size-16 overflow-clip rounded-md border border-line bg-sunken aria-pressed:border-majorelle aria-pressed:ring-2 aria-pressed:ring-majorelle"
                  aria-pressed={index() === place()}
                  aria-label={picture.alt}
                  onClick={() => setPlace(index())}
                >
                  <img class="size-full object-cover" src={picture.url} alt="" loading="lazy" decoding="async" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
