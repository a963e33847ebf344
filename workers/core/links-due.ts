import { LINKS_DUE_MAX, type LinksDue } from "../../schemas/events.ts";

/** The messages that have the links of all these products published. */
export function linksDueOf(productIds: readonly string[]): LinksDue[] {
  const sets = Array.from({ length: Math.ceil(productIds.length / LINKS_DUE_MAX) }, (_, index) =>
    productIds.slice(index * LINKS_DUE_MAX, (index + 1) * LINKS_DUE_MAX),
  );
  return sets.map((set) => ({ kind: "links.due", productIds: set }));
}
