import type { Stage } from "./stage.ts";

/** Something that somebody does at a moment (UTC epoch ms). */
export interface Act {
  readonly atMs: number;
  /** What it is done to; null when it concerns everybody. */
  readonly subject: string | null;
  play(): Promise<unknown>;
}

const AT_ONCE_MAX = 16;

/** Plays the acts up to the present in the order of time: neighbours side by side, then the messages they sent. */
export async function playActs(stage: Stage, acts: readonly Act[]): Promise<void> {
  const past = acts.filter(({ atMs }) => atMs <= stage.nowMs).sort((a, b) => a.atMs - b.atMs);
  for (const scene of scenesOf(past)) {
    await Promise.all(scene.map(({ play }) => play()));
    await stage.carryOutMessages();
  }
}

// Never two acts of one subject in a scene, so that the second sees what the first did.
function scenesOf(acts: readonly Act[]): Act[][] {
  const scenes: Act[][] = [];
  let subjects = new Set<string>();
  let isOpen = false;
  for (const act of acts) {
    const fits = isOpen && act.subject !== null && !subjects.has(act.subject) && subjects.size < AT_ONCE_MAX;
    if (fits) scenes.at(-1)?.push(act);
    else {
      scenes.push([act]);
      subjects = new Set();
    }
    isOpen = act.subject !== null;
    if (act.subject !== null) subjects.add(act.subject);
  }
  return scenes;
}
