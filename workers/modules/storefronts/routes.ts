import { ownStorefront, storefront, updateStorefront as updateInput } from "../../../schemas/storefronts.ts";
import { newApp } from "../../http/app.ts";
import { cached } from "../../http/cache.ts";
import { answer, documented } from "../../http/documented.ts";
import { openToAll } from "../../http/open-to-all.ts";
import { signedInOnly } from "../../http/session.ts";
import { body, jsonOnly } from "../../http/validate.ts";
import * as example from "./examples.ts";
import { getStorefront } from "./get-storefront.ts";
import { KEPT_STOREFRONT, storefrontKey } from "./kept-answers.ts";
import { getOwnStorefront } from "./own-storefront.ts";
import { updateStorefront } from "./update-storefront.ts";

const tag = "Users";

/** The public page of an influencer: its owner's side and everybody's. */
export const storefrontRoutes = newApp()
  .get(
    "/me/storefront",
    documented({
      operation: "getOwnStorefront",
      tag,
      summary: "Read the own storefront",
      description: "With the links that may be shown: those shown in their order, then the newest.",
      roles: ["influencer"],
      answers: { 200: answer(ownStorefront, example.ownStorefrontExample) },
    }),
    signedInOnly,
    async (c) => c.json(await getOwnStorefront(c.get("ctx")), 200),
  )
  .patch(
    "/me/storefront",
    documented({
      operation: "updateStorefront",
      tag,
      summary: "Change the own storefront",
      description:
        "What is absent stays. `linkIds` are all items in their order, own links that live. To be published, a storefront needs the influencer's handle.",
      roles: ["influencer"],
      example: example.updateStorefrontExample,
      answers: { 200: answer(ownStorefront, example.ownStorefrontExample) },
      problems: ["storefront.handle_missing"],
    }),
    signedInOnly,
    jsonOnly,
    body(updateInput),
    async (c) => c.json(await updateStorefront(c.get("ctx"), c.req.valid("json")), 200),
  )
  .get(
    "/storefront/:handle",
    documented({
      operation: "getStorefront",
      tag,
      summary: "Read a storefront",
      description:
        "A published storefront of an active influencer. It shows only what can be bought now: link, product, merchant and affiliation all run.",
      answers: { 200: answer(storefront, example.storefrontExample) },
      problems: ["storefront.not_found"],
    }),
    openToAll,
    async (c) => {
      const ctx = c.get("ctx");
      const handle = c.req.param("handle");
      return c.json(await cached(ctx, storefrontKey(handle), KEPT_STOREFRONT, () => getStorefront(ctx, handle)), 200);
    },
  );
