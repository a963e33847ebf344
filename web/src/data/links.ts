import { action, json, query } from "@solidjs/router";
import type {
  Coupon,
  CreateCoupon,
  CreatedLinks,
  CreateLink,
  CreateLinks,
  Link,
  LinkFolders,
  SlugAnswer,
  UpdateLink,
} from "../../../schemas/links.ts";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { affiliatesClient, requestsClient } from "../client.ts";
import { latestLinks } from "./affiliates.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export interface LinkPage {
  readonly data: readonly Link[];
  readonly nextCursor: string | null;
}

export interface LinkFilter {
  readonly q?: string | undefined;
  readonly folder?: string | undefined;
  readonly tag?: string | undefined;
  readonly productId?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A page of the influencer's links, newest first. */
export const links = query(async ({ q, folder, tag, productId, cursor }: LinkFilter): Promise<LinkPage> => {
  const answer = await affiliatesClient.links.$get({
    query: {
      limit: "25",
      ...(q ? { q } : {}),
      ...(folder ? { folder } : {}),
      ...(tag ? { tag } : {}),
      ...(productId ? { productId } : {}),
      ...(cursor ? { cursor } : {}),
    },
  });
  return answer.json();
}, "links.page");

export const link = query(async (id: string): Promise<Link> => {
  const answer = await affiliatesClient.links[":id"].$get({ param: { id } });
  return answer.json();
}, "links.one");

export const linkFolders = query(async (): Promise<LinkFolders["data"]> => {
  const answer = await affiliatesClient.links.folders.$get();
  return (await answer.json()).data;
}, "links.folders");

/** The affiliations that links can be made for, the newest hundred. */
export const approvedRequests = query(async (): Promise<readonly AffiliationRequest[]> => {
  const answer = await requestsClient.requests.$get({ query: { state: "approved", limit: "100" } });
  return (await answer.json()).data;
}, "links.approved");

/** Whether a link may have the short address. */
export async function checkSlug(slug: string): Promise<SlugAnswer> {
  const answer = await affiliatesClient.links.slug.$get({ query: { slug } });
  return answer.json();
}

const CHANGED = [links.key, link.key, linkFolders.key, latestLinks.key];

export const createLink = action(async (input: CreateLink) => {
  const answer = await affiliatesClient.links.$post({ json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

/** Each product's outcome comes in the order asked. */
export const createLinks = action(async (input: CreateLinks) => {
  const answer = await affiliatesClient.links.bulk.$post({ json: input });
  const created: CreatedLinks = await answer.json();
  return json(created, { revalidate: CHANGED });
}, forget);

export const updateLink = action(async (id: string, input: UpdateLink) => {
  const answer = await affiliatesClient.links[":id"].$patch({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

/** For good: nobody gets its address again. The link's own page is left before it is asked for once more. */
export const deleteLink = action(async (id: string) => {
  await affiliatesClient.links[":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: [links.key, linkFolders.key, latestLinks.key] });
}, forget);

export const coupons = query(async (linkId: string): Promise<readonly Coupon[]> => {
  const answer = await affiliatesClient.links[":id"].coupons.$get({ param: { id: linkId } });
  return (await answer.json()).data;
}, "links.coupons");

export const createCoupon = action(async (linkId: string, input: CreateCoupon) => {
  const answer = await affiliatesClient.links[":id"].coupons.$post({ param: { id: linkId }, json: input });
  return json(await answer.json(), { revalidate: [coupons.key, link.key] });
}, forget);

export const deleteCoupon = action(async (id: string) => {
  await affiliatesClient.coupons[":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: [coupons.key, link.key] });
}, forget);

/** The code to scan as a file. */
export async function linkQr(id: string, format: "svg" | "png"): Promise<Blob> {
  const answer = await affiliatesClient.links[":id"].qr.$get({ param: { id }, query: { format } });
  return answer.blob();
}
