import { createSignal, onCleanup, onMount } from "solid-js";

/** A key of the page that is open, and what it does. */
export interface PageShortcut {
  readonly keys: readonly string[];
  readonly text: string;
}

const [offered, setOffered] = createSignal<() => readonly PageShortcut[]>(() => []);

/** The keys of the page that is open, for the list of all shortcuts. */
export const pageShortcuts = (): readonly PageShortcut[] => offered()();

/** Lists the page's own keys while it is open. */
export function offerShortcuts(shortcuts: () => readonly PageShortcut[]): void {
  onMount(() => setOffered(() => shortcuts));
  onCleanup(() => setOffered(() => () => []));
}
