import { action, json, query } from "@solidjs/router";
import type { Category } from "../../../schemas/catalogue.ts";
import type { CreateProduct, OwnProductPage, Product, UpdateProduct } from "../../../schemas/products.ts";
import { categoriesClient, productsClient } from "../client.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export interface OwnProductFilter {
  readonly q?: string | undefined;
  readonly state?: Product["state"] | undefined;
  readonly cursor?: string | undefined;
}

/** A page of the merchant's own products, newest first. */
export const ownProducts = query(async ({ q, state, cursor }: OwnProductFilter): Promise<OwnProductPage> => {
  const answer = await productsClient.mine.$get({
    query: { limit: "25", ...(q ? { q } : {}), ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) },
  });
  return answer.json();
}, "products.own");

export const product = query(async (id: string): Promise<Product> => {
  const answer = await productsClient[":id"].$get({ param: { id } });
  return answer.json();
}, "products.one");

export const categories = query(async (): Promise<readonly Category[]> => {
  const answer = await categoriesClient.categories.$get();
  return (await answer.json()).data;
}, "products.categories");

const CHANGED = [ownProducts.key, product.key];

export const createProduct = action(async (input: CreateProduct) => {
  const answer = await productsClient.index.$post({ json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const updateProduct = action(async (id: string, input: UpdateProduct) => {
  const answer = await productsClient[":id"].$patch({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

/** For good: its links stop, its orders stay. */
export const archiveProduct = action(async (id: string) => {
  await productsClient[":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: CHANGED });
}, forget);
