import { createSignal } from "solid-js";

// Below the first breakpoint of the tokens (40rem).
const narrow = matchMedia("(width < 40rem)");
const [isNarrow, setIsNarrow] = createSignal(narrow.matches);
narrow.addEventListener("change", () => setIsNarrow(narrow.matches));

/** Whether the page has a phone's width now. */
export const isPhone = isNarrow;
