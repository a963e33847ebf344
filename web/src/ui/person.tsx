import type { JSX } from "solid-js";
import { Avatar } from "./avatar.tsx";

/** Somebody by name, with a few words about them. */
export function Person(props: { name: string; badges?: JSX.Element; action?: JSX.Element; children?: JSX.Element }) {
  return (
    <div class="flex min-w-0 items-start gap-3">
      <Avatar name={props.name} />
      <div class="grid min-w-0 grow gap-0.5">
        <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi class="min-w-0 font-medium [overflow-wrap:anywhere]">{props.name}</bdi>
          {props.badges}
        </div>
        <div class="flex flex-wrap gap-x-3 text-sm text-ink-soft">{props.children}</div>
      </div>
      {props.action}
    </div>
  );
}
