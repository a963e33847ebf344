import { plainSlug, type SlugAnswer } from "../../../schemas/links.ts";
import { actingAs } from "../../core/actor.ts";
import type { Context } from "../../platform/context.ts";
import { isSlugTaken } from "./queries.ts";
import { type SlugFault, slugFaultOf } from "./slug-rules.ts";

const REASONS: Readonly<Record<SlugFault, SlugAnswer["reason"]>> = {
  "link.slug_reserved": "reserved",
  "link.slug_rude": "rude",
  "link.slug_lookalike": "lookalike",
};

/** Whether the influencer may have the slug, or why not; only the commit of the link decides who was first. */
export async function checkSlug(ctx: Context, text: string): Promise<SlugAnswer> {
  actingAs(ctx, "influencer");
  const plain = plainSlug(text);
  if (typeof plain === "string") return { slug: text, isFree: false, reason: plain };
  const { slug } = plain;
  const fault = slugFaultOf(slug);
  if (fault) return { slug, isFree: false, reason: REASONS[fault] };
  const isTaken = await isSlugTaken(ctx, slug);
  return { slug, isFree: !isTaken, reason: isTaken ? "taken" : null };
}
