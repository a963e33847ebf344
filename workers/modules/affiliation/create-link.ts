import type { CreateLink, Link } from "../../../schemas/links.ts";
import { actingAs } from "../../core/actor.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../core/errors.ts";
import { commit, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { listVerifiedHosts } from "../catalogue/queries.ts";
import { happened } from "../outbox/statements.ts";
import { getMe } from "../users/queries.ts";
import { draftLink, type LinkMaker } from "./draft-link.ts";
import { newLinkObject } from "./link-object.ts";
import { refuseForeignTargets } from "./link-targets.ts";
import { publishChangedLink } from "./publish-link.ts";
import { type LinkableProduct, listLinkableProducts } from "./queries.ts";
import { slugFaultOf } from "./slug-rules.ts";
import { insertLink, requestStillApproved } from "./statements.ts";
import type { LinkRow } from "./tables.ts";

const SLUG_TRIES = 5;

/**
 * Makes a link of one of the influencer's approved affiliations and writes it through to the redirect.
 * @throws NotFound `product.not_found` @throws Forbidden `request.not_approved`
 * @throws Invalid `link.slug_reserved`, `link.slug_refused`, `link.target_outside_hosts` @throws Conflict `link.slug_taken`
 */
export async function createLink(ctx: Context, input: CreateLink): Promise<Link> {
  const influencer = actingAs(ctx, "influencer");
  const [product] = await listLinkableProducts(ctx, influencer.id, [input.productId]);
  if (product?.state !== "active") throw new NotFound("product.not_found");
  const { requestId } = product;
  if (requestId === null) throw new Forbidden("request.not_approved");
  if (input.slug) refuseSlug(input.slug);
  refuseForeignTargets(input, await listVerifiedHosts(ctx, product.merchantId));
  const maker = await getMe(ctx);
  return drawingSlugs(input.slug === undefined, () => openLink(ctx, maker, { ...product, requestId }, input));
}

function refuseSlug(slug: string): void {
  const fault = slugFaultOf(slug);
  if (!fault) return;
  const code = fault === "link.slug_reserved" ? fault : "link.slug_refused";
  throw new Invalid(code, [{ path: "slug", message: fault }]);
}

/** Tries again with other slugs of our own making while they are taken, which is nobody's fault. */
export async function drawingSlugs<T>(isDrawn: boolean, attempt: () => Promise<T>): Promise<T> {
  for (let left = SLUG_TRIES; ; left--) {
    try {
      return await attempt();
    } catch (failure) {
      const isTaken = failure instanceof Conflict && failure.code === "link.slug_taken";
      if (!isDrawn || left === 1 || !isTaken) throw failure;
    }
  }
}

async function openLink(
  ctx: Context,
  maker: LinkMaker,
  product: LinkableProduct & { readonly requestId: string },
  input: CreateLink,
): Promise<Link> {
  const row = draftLink(ctx, maker, product, input);
  const answer = newLinkObject(ctx, row);
  await commit(ctx, newLinkStatements(ctx, row), { status: 201, body: answer });
  await publishChangedLink(ctx, row.id, row.slug);
  return answer;
}

/** What a new link leaves behind; aborts when its request is no longer approved. */
export function newLinkStatements(ctx: Context, row: Omit<LinkRow, "number">): Statement[] {
  return [
    requestStillApproved(row.requestId),
    insertLink(row),
    happened(ctx, "link.created", row.id),
    happened(ctx, "link.changed", row.id, { slug: row.slug }),
    audit(ctx, "link.created", row.id, { slug: row.slug }),
  ];
}
