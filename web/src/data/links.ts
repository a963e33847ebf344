import { action, json, query } from "@solidjs/router";
import type {
  Coupon,
  CreateCoupon,
  CreateLink,
  CreateLinks,
  Link,
  LinkFolders,
  QrQuery,
  SlugAnswer,
  UpdateLink,
} from "../../../schemas/links.ts";
import { affiliatesClient } from "../client.ts";
import { latestLinks } from "./affiliates.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export interface LinkPage {
  readonly data: readonly Link[];
  readonly nextCursor: string | null;
}

export interface LinkFilter {
  readonly q?: string | undefined;
  readonly productId?: string | undefined;
  readonly folder?: string | undefined;
  readonly tag?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A page of the influencer's links, newest first. */
export const links = query(async ({ q, productId, folder, tag, cursor }: LinkFilter): Promise<LinkPage> => {
  const answer = await affiliatesClient.links.$get({
    query: {
      limit: "25",
      ...(q ? { q } : {}),
      ...(productId ? { productId } : {}),
      ...(folder ? { folder } : {}),
      ...(tag ? { tag } : {}),
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

/** Whether a link may have the short address, as it is typed. */
export async function checkSlug(slug: string): Promise<SlugAnswer> {
  const answer = await affiliatesClient.links.slug.$get({ query: { slug } });
  return answer.json();
}

const CHANGED = [links.key, link.key, linkFolders.key, latestLinks.key];

export const createLink = action(async (input: CreateLink) => {
  const answer = await affiliatesClient.links.$post({ json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const createLinks = action(async (input: CreateLinks) => {
  const answer = await affiliatesClient.links.bulk.$post({ json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const updateLink = action(async (id: string, input: UpdateLink) => {
  const answer = await affiliatesClient.links[":id"].$patch({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

/** For good: its codes end with it. The page of the link itself is left before it is asked for again. */
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
  return json(await answer.json(), { revalidate: [coupons.key, link.key, links.key] });
}, forget);

export const deleteCoupon = action(async (id: string) => {
  await affiliatesClient.coupons[":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: [coupons.key, link.key, links.key] });
}, forget);

/** The code to scan as a file: drawn in lines, or a picture of so many pixels. */
export async function linkQr(id: string, format: QrQuery["format"], sizePx?: number): Promise<Blob> {
  const answer = await affiliatesClient.links[":id"].qr.$get({
    param: { id },
    query: { format, ...(sizePx ? { sizePx: String(sizePx) } : {}) },
  });
  return answer.blob();
}
