import type { Link, UpdateLink } from "../../../schemas/links.ts";
import { actingAs } from "../../core/actor.ts";
import { Invalid } from "../../core/errors.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { findProduct, listVerifiedHosts } from "../catalogue/queries.ts";
import { happened } from "../outbox/statements.ts";
import { getMe } from "../users/queries.ts";
import { distinct, templateValues } from "./draft-link.ts";
import { linkObject } from "./link-object.ts";
import { refuseForeignTargets } from "./link-targets.ts";
import { publishChangedLink } from "./publish-link.ts";
import { getLink } from "./queries.ts";
import { filledUtm } from "./rules.ts";
import { changeLink } from "./statements.ts";
import type { LinkRow } from "./tables.ts";

/**
 * Changes the influencer's own link; what is absent stays, what is null is taken away. The redirect knows at once.
 * @throws NotFound `link.not_found` @throws Invalid `link.target_outside_hosts`, `request.invalid`
 */
export async function updateLink(ctx: Context, linkId: string, input: UpdateLink): Promise<Link> {
  actingAs(ctx, "influencer");
  const { row, answer } = await retryLostRace(() => attempt(ctx, linkId, input));
  await publishChangedLink(ctx, row.id, row.slug);
  return answer;
}

async function attempt(ctx: Context, linkId: string, input: UpdateLink): Promise<{ row: LinkRow; answer: Link }> {
  const read = await getLink(ctx, linkId);
  refuseForeignTargets(input, await listVerifiedHosts(ctx, read.merchantId));
  const changes = { ...changesOf(ctx, read, input), ...(input.utm ? { utm: await filled(ctx, read, input.utm) } : {}) };
  const row: LinkRow = { ...read, ...changes };
  if (row.startsAt !== null && row.endsAt !== null && row.endsAt <= row.startsAt) {
    throw new Invalid("request.invalid", [{ path: "endsAt", message: "link.ends_before_start" }]);
  }
  const answer = await linkObject(ctx, row);
  await commit(
    ctx,
    [
      ...changeLink(ctx, read, changes),
      happened(ctx, "link.changed", read.id, { slug: read.slug }),
      audit(ctx, "link.changed", read.id, { fields: Object.keys(input).join(",") }),
    ],
    { status: 200, body: answer },
  );
  return { row, answer };
}

async function filled(ctx: Context, read: LinkRow, utm: NonNullable<UpdateLink["utm"]>): Promise<LinkRow["utm"]> {
  const [maker, product] = await Promise.all([getMe(ctx), findProduct(ctx, read.productId)]);
  if (!product) throw new Error("a link that was read has a product");
  return filledUtm(utm, templateValues(maker, { title: product.titleFr, productId: product.id }, read.slug));
}

function changesOf(ctx: Context, read: LinkRow, input: UpdateLink): Partial<LinkRow> {
  const instant = (text: string | null | undefined, kept: number | null) =>
    text === undefined ? kept : text === null ? null : Date.parse(text);
  const state = input.state ?? (read.state === "capped" && input.clicksMax !== undefined ? "active" : read.state);
  return {
    title: input.title === undefined ? read.title : input.title,
    folder: input.folder === undefined ? read.folder : input.folder,
    tags: input.tags ? distinct(input.tags) : read.tags,
    targetUrl: input.targetUrl ?? read.targetUrl,
    rules: input.rules ?? read.rules,
    sub: input.sub ?? read.sub,
    startsAt: instant(input.startsAt, read.startsAt),
    endsAt: instant(input.endsAt, read.endsAt),
    clicksMax: input.clicksMax === undefined ? read.clicksMax : input.clicksMax,
    state,
    pausedAt: state === "active" ? null : state === read.state ? read.pausedAt : ctx.now(),
  };
}
