import type { CreateLink, Link } from "../../../schemas/links.ts";
import { actingAs } from "../../core/actor.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { findProduct, listVerifiedHosts } from "../catalogue/queries.ts";
import { happened } from "../outbox/statements.ts";
import { newLinkObject } from "./link-object.ts";
import { refuseForeignTargets } from "./link-targets.ts";
import { publishChangedLink } from "./publish-link.ts";
import { findApprovedRequest } from "./queries.ts";
import { isReservedSlug, slugFrom } from "./rules.ts";
import { insertLink, requestStillApproved } from "./statements.ts";
import type { LinkRow } from "./tables.ts";

const SLUG_TRIES = 5;

/**
 * Makes a link of one of the influencer's approved affiliations and writes it through to the redirect.
 * @throws NotFound `product.not_found` @throws Forbidden `request.not_approved`
 * @throws Invalid `link.slug_reserved`, `link.target_outside_hosts` @throws Conflict `link.slug_taken`
 */
export async function createLink(ctx: Context, input: CreateLink): Promise<Link> {
  const influencer = actingAs(ctx, "influencer");
  const product = await findProduct(ctx, input.productId);
  if (product?.state !== "active") throw new NotFound("product.not_found");
  const request = await findApprovedRequest(ctx, influencer.id, product.id);
  if (!request) throw new Forbidden("request.not_approved");
  if (input.slug && isReservedSlug(input.slug))
    throw new Invalid("link.slug_reserved", [{ path: "slug", message: "link.slug_reserved" }]);
  refuseForeignTargets(input, await listVerifiedHosts(ctx, product.merchantId));

  for (let left = SLUG_TRIES; ; left--) {
    try {
      return await openLink(
        ctx,
        input,
        { influencerId: influencer.id, merchantId: product.merchantId, requestId: request.id },
        product.landingUrl,
      );
    } catch (failure) {
      // A slug of our own making that is taken is nobody's fault: draw another.
      if (input.slug || left === 1 || !(failure instanceof Conflict) || failure.code !== "link.slug_taken")
        throw failure;
    }
  }
}

type Owners = Pick<LinkRow, "influencerId" | "merchantId" | "requestId">;

async function openLink(ctx: Context, input: CreateLink, owners: Owners, landingUrl: string): Promise<Link> {
  const row = draftLink(ctx, input, owners, landingUrl);
  const answer = newLinkObject(ctx, row);
  await commit(
    ctx,
    [
      requestStillApproved(owners.requestId),
      insertLink(row),
      happened(ctx, "link.created", row.id),
      happened(ctx, "link.changed", row.id, { slug: row.slug }),
      audit(ctx, "link.created", row.id, { slug: row.slug }),
    ],
    { status: 201, body: answer },
  );
  await publishChangedLink(ctx, row.id, row.slug);
  return answer;
}

function draftLink(ctx: Context, input: CreateLink, owners: Owners, landingUrl: string): Omit<LinkRow, "number"> {
  const instant = (text: string | null | undefined) => (text ? Date.parse(text) : null);
  return {
    id: ctx.newId("lnk"),
    slug: input.slug ?? slugFrom(ctx.random(7)),
    ...owners,
    productId: input.productId,
    title: input.title ?? null,
    folder: input.folder ?? null,
    tags: input.tags ?? [],
    targetUrl: input.targetUrl ?? landingUrl,
    state: "active",
    rules: input.rules ?? {},
    utm: input.utm ?? {},
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
