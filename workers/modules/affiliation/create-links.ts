import type { CreatedLinks, CreateLinks } from "../../../schemas/links.ts";
import type { ProblemCode } from "../../../schemas/problem.ts";
import { actingAs } from "../../core/actor.ts";
import { commit, retryLostRace } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { getMe } from "../users/queries.ts";
import { drawingSlugs, newLinkStatements } from "./create-link.ts";
import { draftLink, type LinkMaker } from "./draft-link.ts";
import { newLinkObject } from "./link-object.ts";
import { publishChangedLinks } from "./publish-link.ts";
import { type LinkableProduct, listLinkableProducts } from "./queries.ts";
import type { LinkRow } from "./tables.ts";

/** How a problem is called in the caller's language. */
export type TitleOf = (code: ProblemCode) => string;

/**
 * Makes a link for each of the products that the influencer may promote, all of them in one commit; the others come back
 * with their problem: `product.not_found`, `request.not_approved`. A product named twice gets one link.
 */
export async function createLinks(ctx: Context, input: CreateLinks, titleOf: TitleOf): Promise<CreatedLinks> {
  actingAs(ctx, "influencer");
  const maker = await getMe(ctx);
  const { rows, answer } = await retryLostRace(() => drawingSlugs(true, () => attempt(ctx, maker, input, titleOf)));
  await publishChangedLinks(ctx, rows);
  return answer;
}

async function attempt(ctx: Context, maker: LinkMaker, { productIds, ...settings }: CreateLinks, titleOf: TitleOf) {
  const wanted = [...new Set(productIds)];
  const products = await listLinkableProducts(ctx, maker.id, wanted);
  const rows: Omit<LinkRow, "number">[] = [];
  const data = wanted.map((productId): CreatedLinks["data"][number] => {
    const drafted = draftOf(
      ctx,
      maker,
      products.find((product) => product.productId === productId),
      settings,
    );
    if (typeof drafted === "string")
      return { productId, link: null, problem: { code: drafted, title: titleOf(drafted) } };
    rows.push(drafted);
    return { productId, link: newLinkObject(ctx, drafted), problem: null };
  });
  const answer: CreatedLinks = { data };
  await commit(
    ctx,
    rows.flatMap((row) => newLinkStatements(ctx, row)),
    { status: 200, body: answer },
  );
  return { rows, answer };
}

function draftOf(
  ctx: Context,
  maker: LinkMaker,
  product: LinkableProduct | undefined,
  settings: Omit<CreateLinks, "productIds">,
): Omit<LinkRow, "number"> | ProblemCode {
  if (product?.state !== "active") return "product.not_found";
  const { requestId } = product;
  return requestId === null ? "request.not_approved" : draftLink(ctx, maker, { ...product, requestId }, settings);
}
