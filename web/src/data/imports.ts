import { action, json } from "@solidjs/router";
import type { ImportReport } from "../../../schemas/products.ts";
import { importsClient } from "../client.ts";
import { ownProducts, product } from "./products.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

/** What the file would do, line by line; nothing is written. */
export async function tryImport(file: File): Promise<ImportReport> {
  const answer = await importsClient.import.$post({ query: { dryRun: "true" }, form: { file } });
  return answer.json();
}

export const importProducts = action(async (file: File) => {
  const answer = await importsClient.import.$post({ query: {}, form: { file } });
  return json(await answer.json(), { revalidate: [ownProducts.key, product.key] });
}, forget);

/** The merchant's products as a file that can be imported again. */
export async function exportProducts(): Promise<Blob> {
  const answer = await importsClient.export.$get();
  return answer.blob();
}
