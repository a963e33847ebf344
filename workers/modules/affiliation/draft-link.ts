import type { CreateLink } from "../../../schemas/links.ts";
import type { Context } from "../../platform/context.ts";
import type { LinkableProduct } from "./queries.ts";
import { addressWord, filledUtm, slugFrom } from "./rules.ts";
import type { LinkRow } from "./tables.ts";

const SLUG_BYTES = 7;

/** The influencer a link is made for; the handle, or the id of who has none, stands for `{handle}`. */
export interface LinkMaker {
  readonly id: string;
  readonly handle: string | null;
}

/** A link as it will be kept, with a slug of our making unless one was chosen. */
export function draftLink(
  ctx: Context,
  maker: LinkMaker,
  product: LinkableProduct & { readonly requestId: string },
  input: Omit<CreateLink, "productId">,
): Omit<LinkRow, "number"> {
  const instant = (text: string | null | undefined) => (text ? Date.parse(text) : null);
  const slug = input.slug ?? slugFrom(ctx.random(SLUG_BYTES));
  return {
    id: ctx.newId("lnk"),
    slug,
    influencerId: maker.id,
    merchantId: product.merchantId,
    requestId: product.requestId,
    productId: product.productId,
    title: input.title ?? null,
    folder: input.folder ?? null,
    tags: distinct(input.tags ?? []),
    targetUrl: input.targetUrl ?? product.landingUrl,
    state: "active",
    rules: input.rules ?? {},
    utm: filledUtm(input.utm ?? {}, templateValues(maker, product, slug)),
    sub: input.sub ?? {},
    startsAt: instant(input.startsAt),
    endsAt: instant(input.endsAt),
    clicksMax: input.clicksMax ?? null,
    pausedAt: null,
    version: 1,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
    deletedAt: null,
  };
}

/** What the placeholders of a UTM template stand for. */
export function templateValues(
  maker: LinkMaker,
  { title, productId }: Pick<LinkableProduct, "title" | "productId">,
  slug: string,
) {
  return { handle: maker.handle ?? maker.id, slug, product: addressWord(title) || productId };
}

/** Tags once each, in their order. */
export const distinct = (tags: readonly string[]): string[] => [...new Set(tags)];
