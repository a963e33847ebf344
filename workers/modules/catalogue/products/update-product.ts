import type { Product, UpdateProduct } from "../../../../schemas/products.ts";
import { Conflict, Invalid } from "../../../core/errors.ts";
import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { productChanged } from "../../outbox/statements.ts";
import { listImages } from "../image-queries.ts";
import { orderImages } from "../image-statements.ts";
import { productObject } from "../product-object.ts";
import { getOwnProduct, hasCategory, listVerifiedHosts } from "../queries.ts";
import { endedAtOn, faultsOfProduct, productColumns } from "../rules.ts";
import { indexProduct } from "../search-index.ts";
import { getSearchNames } from "../search-index-queries.ts";
import { changeProduct } from "../statements.ts";
import type { ProductRow } from "../tables.ts";

/**
 * Changes the merchant's own product; what is absent stays. Its links follow within moments. Archiving is for good.
 * @throws NotFound `product.not_found` @throws Invalid `request.invalid` with every field at fault
 * @throws Conflict `product.archived`, `product.quota_reached`, `product.reference_taken`, `row.changed`
 */
export async function updateProduct(ctx: Context, productId: string, input: UpdateProduct): Promise<Product> {
  const read = await retryLostRace(() => attempt(ctx, productId, input));
  return productObject(ctx, read);
}

async function attempt(ctx: Context, productId: string, input: UpdateProduct): Promise<ProductRow> {
  const read = await getOwnProduct(ctx, productId);
  // Archived twice is archived: the second call changes nothing and is no fault.
  if (read.state === "archived" && isOnlyArchiving(input)) return read;
  if (read.state === "archived") throw new Conflict("product.archived");
  const state = input.state ?? read.state;
  const changes = { ...productColumns(input), state, endedAt: endedAtOn(read, state, ctx.now()) };
  const row: ProductRow = { ...read, ...changes, updatedAt: ctx.now(), version: read.version + 1 };
  await refuseFaults(ctx, row, input);
  const answer = await productObject(ctx, row);
  const images = input.imageIds ? ((await listImages(ctx, [read.id])).get(read.id) ?? []) : [];
  const ordered = input.imageIds ? orderImages(read.id, images, input.imageIds) : [];
  // The kept answer shows what will be true once this is committed.
  const places = new Map((input.imageIds ?? []).map((id, place) => [id, place]));
  answer.images.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  await commit(
    ctx,
    [
      ...changeProduct(ctx, read, changes),
      ...ordered,
      ...(hasNewWords(input) ? indexProduct(row, await getSearchNames(ctx, row), ctx.now()) : []),
      productChanged(ctx, read.id),
      audit(ctx, "product.changed", read.id, {
        fields: Object.keys(input).sort().join(","),
        from: read.state,
        to: state,
      }),
    ],
    { status: 200, body: answer },
  );
  return row;
}

const hasNewWords = ({ title, description, categoryId }: UpdateProduct) =>
  title !== undefined || description !== undefined || categoryId !== undefined;

const isOnlyArchiving = (input: UpdateProduct) => input.state === "archived" && Object.keys(input).length === 1;

async function refuseFaults(ctx: Context, row: ProductRow, input: UpdateProduct): Promise<void> {
  const [isKnown, hosts] = await Promise.all([
    input.categoryId === undefined || hasCategory(ctx, input.categoryId),
    listVerifiedHosts(ctx, row.merchantId),
  ]);
  const faults = faultsOfProduct(row, { hasCategory: isKnown, hosts }).filter(
    ({ path }) => path !== "landingUrl" || input.landingUrl !== undefined,
  );
  if (faults.length > 0) throw new Invalid("request.invalid", faults);
}
