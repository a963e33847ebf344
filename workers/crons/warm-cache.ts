import { warm } from "../http/cache.ts";
import { KEPT_CATEGORIES } from "../modules/catalogue/kept-answers.ts";
import type { Context } from "../platform/context.ts";

/** Answers that are never loaded while somebody waits. */
const WARMED = [KEPT_CATEGORIES];

/** Loads what everybody asks for before its time is over. */
export async function warmCache(ctx: Context): Promise<void> {
  for (const kept of WARMED) await warm(ctx, kept.key, kept, () => kept.load(ctx));
}
