import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import Package from "lucide-solid/icons/package";
import { createSignal, For, type JSX, Show } from "solid-js";
import type { STOREFRONT_THEMES } from "../../../schemas/storefronts.ts";

export type StorefrontTheme = (typeof STOREFRONT_THEMES)[number];

const SAYS_COPIED_MS = 2000;

/** A person's public page: who it is, and below it what is recommended. A preview is looked at only. */
export function StorefrontSheet(props: {
  theme: StorefrontTheme;
  name: string;
  handle: string;
  headline: string;
  heading?: boolean;
  children: JSX.Element;
}) {
  return (
    <div data-storefront={props.theme} class="@container grid min-h-full grid-cols-1 content-start bg-paper text-ink">
      <header class="bg-(--storefront-band) text-(--storefront-on-band)">
        <div class="mx-auto grid w-full max-w-page justify-items-center gap-2 px-4 py-8 text-center">
          <span
            aria-hidden="true"
            class="grid size-16 place-items-center rounded-full border border-current text-xl font-semibold"
          >
            {[...props.name.trim()][0]?.toUpperCase() ?? "?"}
          </span>
          <Show when={props.heading} fallback={<p class="display-type text-xl">{props.name}</p>}>
            <h1
              tabindex="-1"
              data-page-title
              class="display-type max-w-full text-xl [overflow-wrap:anywhere] outline-none"
            >
              <bdi>{props.name}</bdi>
            </h1>
          </Show>
          <p class="max-w-full text-sm [overflow-wrap:anywhere]" dir="ltr">
            @{props.handle}
          </p>
          <Show when={props.headline}>
            <p class="max-w-prose [overflow-wrap:anywhere]" dir="auto">
              {props.headline}
            </p>
          </Show>
        </div>
      </header>
      <div class="mx-auto grid w-full max-w-page grid-cols-1 content-start gap-4 px-4 py-6">{props.children}</div>
    </div>
  );
}

/** What is recommended, beside each other as far as there is room. */
export function StorefrontGrid<Item>(props: {
  label: string;
  items: readonly Item[];
  children: (item: Item, place: () => number) => JSX.Element;
}) {
  return (
    <ul
      aria-label={props.label}
      class="grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] gap-3 @xl:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] @xl:gap-4"
    >
      <For each={props.items}>{(item, place) => <li class="grid">{props.children(item, place)}</li>}</For>
    </ul>
  );
}

export interface StorefrontPicture {
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** One recommended thing: all of it leads to the shop, its code is taken with a tap. */
export function StorefrontItem(props: {
  href: string;
  title: string;
  from: string;
  picture: StorefrontPicture | undefined;
  /** Among the first on the page: not waited for. */
  first: boolean;
  price: JSX.Element;
  note?: string | undefined;
  children?: JSX.Element;
}) {
  return (
    <article class="grid min-w-0 grid-rows-[auto_1fr_auto] overflow-clip rounded-lg border border-line bg-surface">
      <a
        class="col-start-1 row-span-2 row-start-1 grid grid-rows-subgrid text-ink no-underline -outline-offset-3"
        href={props.href}
        rel="external sponsored nofollow"
      >
        <span class="grid aspect-square place-items-center overflow-clip border-b border-line bg-sunken text-ink-soft">
          <Show when={props.picture} fallback={<Package class="size-8" />}>
            {(picture) => (
              <img
                class="size-full object-cover"
                src={picture().url}
                alt={picture().alt}
                width={picture().width}
                height={picture().height}
                loading={props.first ? "eager" : "lazy"}
                decoding="async"
              />
            )}
          </Show>
        </span>
        <span class="grid min-w-0 content-start gap-1 p-3">
          <bdi class="line-clamp-3 text-sm font-medium [overflow-wrap:anywhere]">{props.title}</bdi>
          <bdi class="truncate text-xs text-ink-soft">{props.from}</bdi>
          <span class="text-base">{props.price}</span>
          <Show when={props.note}>
            <span class="text-xs font-medium text-ink-soft">{props.note}</span>
          </Show>
        </span>
      </a>
      {props.children}
    </article>
  );
}

/** A code that is copied with a tap; where copying is refused it stands there to be read. */
export function StorefrontCoupon(props: { code: string; name: string; label: string; copied: string }) {
  const [isCopied, setCopied] = createSignal(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.code);
      setCopied(true);
      setTimeout(() => setCopied(false), SAYS_COPIED_MS);
    } catch {
      // Refused by the browser: the code can be read.
    }
  };
  return (
    <button
      type="button"
      class="flex min-h-11 min-w-0 items-center justify-between gap-2 border-t border-dashed border-line-strong px-3 py-1.5 text-start text-sm -outline-offset-3 hover:bg-sunken"
      title={props.label}
      onClick={() => void copy()}
    >
      <span class="grid min-w-0">
        <span class="text-xs text-ink-soft" aria-live="polite">
          {isCopied() ? props.copied : props.name}
        </span>
        <bdi dir="ltr" class="truncate font-mono font-medium">
          {props.code}
        </bdi>
      </span>
      <Show when={isCopied()} fallback={<Copy class="size-4" />}>
        <Check class="size-4" />
      </Show>
    </button>
  );
}
