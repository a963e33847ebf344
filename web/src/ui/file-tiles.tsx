import FileText from "lucide-solid/icons/file-text";
import X from "lucide-solid/icons/x";
import { type JSX, Show } from "solid-js";
import { IconButton } from "./icon-button.tsx";

/** Files beside each other, small. */
export function FileTiles(props: { label: string; children: JSX.Element }) {
  return (
    <ul aria-label={props.label} class="flex flex-wrap gap-3">
      {props.children}
    </ul>
  );
}

/** A file that can be fetched: seen at once when it is a picture. */
export function FileTile(props: { href: string; name: string; detail: string; isPicture: boolean }) {
  return (
    <li>
      <a
        class="grid w-28 gap-1.5 rounded-lg border border-line p-1.5 text-xs text-ink no-underline transition-colors duration-150 hover:border-line-strong hover:bg-sunken"
        href={props.href}
        download=""
        aria-label={`${props.name}, ${props.detail}`}
      >
        <span class="grid aspect-square place-items-center overflow-clip rounded-md bg-sunken text-ink-soft">
          <Show when={props.isPicture} fallback={<FileText class="size-8" />}>
            <img class="size-full object-cover" src={props.href} alt="" loading="lazy" decoding="async" />
          </Show>
        </span>
        <span class="px-0.5 text-ink-soft">{props.detail}</span>
      </a>
    </li>
  );
}

/** A file that was chosen and is not sent yet. */
export function PickedFile(props: { name: string; detail: string; removeLabel: string; onRemove: () => void }) {
  return (
    <li class="flex max-w-full items-center gap-2 rounded-lg border border-line ps-3 text-sm">
      <FileText class="size-5 shrink-0 text-ink-soft" />
      <bdi class="min-w-0 truncate">{props.name}</bdi>
      <span class="shrink-0 text-ink-soft">{props.detail}</span>
      <IconButton label={props.removeLabel} onClick={() => props.onRemove()}>
        <X class="size-5" />
      </IconButton>
    </li>
  );
}
