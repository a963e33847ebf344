import { action, json } from "@solidjs/router";
import type { UpdateImage } from "../../../schemas/products.ts";
import { imagesClient } from "../client.ts";
import { ownProducts, product } from "./products.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };
const CHANGED = [ownProducts.key, product.key];

export const addImage = action(async (id: string, file: File, alt: string) => {
  const answer = await imagesClient[":id"].images.$post({ param: { id }, form: { file, alt } });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const describeImage = action(async (id: string, imageId: string, input: UpdateImage) => {
  const answer = await imagesClient[":id"].images[":imageId"].$patch({ param: { id, imageId }, json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const removeImage = action(async (id: string, imageId: string) => {
  await imagesClient[":id"].images[":imageId"].$delete({ param: { id, imageId } });
  return json(undefined, { revalidate: CHANGED });
}, forget);
