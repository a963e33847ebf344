import { Show } from "solid-js";

/** A message as a chat shows it: the card of its link, then the words. */
export function ChatPreview(props: {
  image: string | null;
  title: string;
  text: string;
  /** The site the card names. */
  host: string;
  message: string;
}) {
  return (
    <div class="grid max-w-88 grid-cols-1 gap-2 rounded-lg border border-line bg-mint-wash p-1.5">
      <div class="grid grid-cols-1 overflow-clip rounded-md bg-surface">
        <Show when={props.image}>
          {(url) => <img class="aspect-1200/630 w-full object-cover" src={url()} alt="" decoding="async" />}
        </Show>
        <div class="grid gap-0.5 px-3 py-2 text-sm">
          <bdi class="line-clamp-2 font-medium [overflow-wrap:anywhere]">{props.title}</bdi>
          <bdi class="line-clamp-2 text-ink-soft [overflow-wrap:anywhere]">{props.text}</bdi>
          <bdi class="text-xs text-ink-soft">{props.host}</bdi>
        </div>
      </div>
      <p dir="auto" class="px-2 pb-1 text-sm whitespace-pre-line [overflow-wrap:anywhere]">
        {props.message}
      </p>
    </div>
  );
}
