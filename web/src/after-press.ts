let isPressed = false;
let waiting: (() => void)[] = [];

addEventListener("pointerdown", () => (isPressed = true), { capture: true });
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release, { capture: true });

function release(): void {
  isPressed = false;
  const due = waiting;
  waiting = [];
  setTimeout(() => {
    for (const run of due) run();
  });
}

/** Runs now, or once the press under way has ended: a button that moves while it is pressed loses its click. */
export function afterPress(run: () => void): void {
  if (isPressed) waiting.push(run);
  else run();
}
