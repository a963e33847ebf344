type Choice = "locale" | "theme" | "next";

/** A choice kept on this device, or null: storage may be refused, and the page works without it. */
export function readChoice(name: Choice): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writeChoice(name: Choice, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice lasts as long as the page.
  }
}
