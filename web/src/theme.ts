import { createEffect, createSignal } from "solid-js";
import { readChoice, writeChoice } from "./stored-choice.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const [current, setCurrent] = createSignal<Theme>(THEMES.find((known) => known === readChoice("theme")) ?? "system");

export const theme = current;

export function chooseTheme(next: Theme): void {
  writeChoice("theme", next);
  setCurrent(next);
}

/** Keeps `data-theme`, which the tokens follow; without it they follow the system. */
export function keepDocumentTheme(): void {
  createEffect(() => {
    if (current() === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = current();
  });
}
