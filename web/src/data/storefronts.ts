import { action, json, query } from "@solidjs/router";
import type { OwnStorefront, Storefront, UpdateStorefront } from "../../../schemas/storefronts.ts";
import { storefrontsClient } from "../client.ts";

/** The public page of an influencer: as it came in the document, else asked for. */
export const storefront = query(async (handle: string): Promise<Storefront> => {
  const answer = givenStorefront(handle);
  if (answer) return answer;
  return (await storefrontsClient.storefront[":handle"].$get({ param: { handle } })).json();
}, "storefronts.public");

export const ownStorefront = query(async (): Promise<OwnStorefront> => {
  const answer = await storefrontsClient.me.storefront.$get();
  return answer.json();
}, "storefronts.own");

export const updateStorefront = action(
  async (input: UpdateStorefront) => {
    const answer = await storefrontsClient.me.storefront.$patch({ json: input });
    return json(await answer.json(), { revalidate: [ownStorefront.key, storefront.key] });
  },
  { onComplete: (submission: { clear(): void }) => submission.clear() },
);

// The Worker puts the API's own answer into the document it sends for `/@handle`; it is used once.
function givenStorefront(handle: string): Storefront | undefined {
  const element = document.getElementById("page-data");
  if (!element?.textContent) return undefined;
  const given: Storefront = JSON.parse(element.textContent);
  element.remove();
  return given.handle.toLowerCase() === handle.toLowerCase() ? given : undefined;
}
