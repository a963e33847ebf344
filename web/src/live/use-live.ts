import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import type { LiveEvent } from "../../../schemas/live.ts";
import type { LiveState } from "./live-socket.ts";

const AT_MOST_EACH_MS = 1_000;

/**
 * Follows the live feed while the page stands: `refresh` is called with the kinds of what has happened, at once and then at
 * most each second, or with every kind when some of it was missed. It reads the totals anew, so nothing is counted twice.
 */
export function useLive(refresh: (kinds: ReadonlySet<LiveEvent["kind"]>) => void): Accessor<LiveState> {
  const [state, setState] = createSignal<LiveState>("waiting");
  let waiting = new Set<LiveEvent["kind"]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pass = () => {
    timer = undefined;
    if (waiting.size === 0) return;
    const kinds = waiting;
    waiting = new Set();
    timer = setTimeout(pass, AT_MOST_EACH_MS);
    refresh(kinds);
  };
  const note = (kinds: readonly LiveEvent["kind"][]) => {
    for (const kind of kinds) waiting.add(kind);
    if (timer === undefined) pass();
  };
  let end = () => {};
  let isOver = false;
  onMount(async () => {
    // What reads the feed's messages is no part of what the page waits for.
    const { LiveSocket } = await import("./live-socket.ts");
    if (isOver) return;
    const socket = new LiveSocket({
      onEvents: (events) => note(events.map(({ kind }) => kind)),
      onGap: () => note(["clicks", "order", "commission"]),
      onState: setState,
    });
    end = () => socket.end();
  });
  onCleanup(() => {
    isOver = true;
    clearTimeout(timer);
    end();
  });
  return state;
}
