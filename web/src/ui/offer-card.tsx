import Package from "lucide-solid/icons/package";
import { For, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";

/** Offers beside each other; on a phone below each other. */
export function OfferGrid<Offer>(props: {
  label: string;
  offers: readonly Offer[];
  children: (offer: Offer) => JSX.Element;
}) {
  return (
    <ul aria-label={props.label} class="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <For each={props.offers}>{(offer) => <li class="grid">{props.children(offer)}</li>}</For>
    </ul>
  );
}

/** A thing on offer: what it is and of whom, what it brings, what is known of it. All of it leads to its page. */
export function OfferCard(props: {
  /** One level below the heading it stands under. */
  heading: "h2" | "h3";
  href: string;
  title: string;
  from: string;
  image: { readonly url: string; readonly alt: string } | undefined;
  badge?: JSX.Element;
  price: JSX.Element;
  gainName: string;
  gain: JSX.Element;
  gainNote?: JSX.Element;
  facts: JSX.Element;
  place: JSX.Element;
}) {
  return (
    <article class="group relative grid grid-cols-[7rem_minmax(0,1fr)] content-start overflow-clip rounded-lg border border-line bg-surface transition-colors duration-150 hover:border-line-strong has-[:is(h2,h3)_a:focus-visible]:outline-3 has-[:is(h2,h3)_a:focus-visible]:outline-offset-2 has-[:is(h2,h3)_a:focus-visible]:outline-majorelle sm:grid-cols-1">
      <OfferImage image={props.image} badge={props.badge} />
      <div class="grid min-w-0 content-start gap-1 p-4">
        <p class="truncate text-xs text-ink-soft">
          <bdi>{props.from}</bdi>
        </p>
        <Dynamic component={props.heading} class="font-medium sm:min-h-[2lh]">
          <a
            class="line-clamp-2 text-ink no-underline outline-none [overflow-wrap:anywhere] after:absolute after:inset-0 group-hover:underline group-hover:decoration-1 group-hover:underline-offset-3"
            href={props.href}
          >
            <bdi>{props.title}</bdi>
          </a>
        </Dynamic>
        <p class="text-sm text-ink-soft">{props.price}</p>
      </div>
      <div class="col-span-full grid gap-3 border-t border-line px-4 py-3">
        <div class="grid gap-0.5">
          <p class="text-xs text-ink-soft">{props.gainName}</p>
          <p class="flex flex-wrap items-baseline gap-x-2 text-lg font-semibold text-majorelle-ink">
            {props.gain}
            <span class="text-sm font-normal text-ink-soft">{props.gainNote}</span>
          </p>
        </div>
        <div class="relative z-10 justify-self-start text-sm">{props.facts}</div>
        <p class="truncate text-xs text-ink-soft">{props.place}</p>
      </div>
    </article>
  );
}

function OfferImage(props: { image: { readonly url: string; readonly alt: string } | undefined; badge?: JSX.Element }) {
  return (
    <div class="relative h-full overflow-clip border-line bg-sunken max-sm:border-e sm:aspect-4/3 sm:border-b">
      <Show
        when={props.image}
        fallback={
          <span class="grid size-full min-h-28 place-items-center text-ink-soft">
            <Package class="size-8" />
          </span>
        }
      >
        {(image) => (
          <img
            class="absolute inset-0 size-full object-cover"
            src={image().url}
            alt={image().alt}
            loading="lazy"
            decoding="async"
          />
        )}
      </Show>
      <span class="absolute start-2 top-2">{props.badge}</span>
    </div>
  );
}
