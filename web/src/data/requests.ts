import { action, json, query } from "@solidjs/router";
import type { AffiliationRequest, ApproveRequest, CreateRequest, RejectRequest } from "../../../schemas/requests.ts";
import { requestsClient } from "../client.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export interface RequestPage {
  readonly data: readonly AffiliationRequest[];
  readonly nextCursor: string | null;
}

export interface RequestFilter {
  readonly state?: AffiliationRequest["state"] | undefined;
  readonly productId?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A page of the requests the person sent or received, newest first. */
export const requests = query(async ({ state, productId, cursor }: RequestFilter): Promise<RequestPage> => {
  const answer = await requestsClient.requests.$get({
    query: {
      limit: "20",
      ...(state ? { state } : {}),
      ...(productId ? { productId } : {}),
      ...(cursor ? { cursor } : {}),
    },
  });
  return answer.json();
}, "requests.page");

const PROMOTED_PAGES_MAX = 10;

/** Every affiliation of the influencer: the products that links can be made for. */
export const promoted = query(async (): Promise<readonly AffiliationRequest[]> => {
  const found: AffiliationRequest[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < PROMOTED_PAGES_MAX; pages += 1) {
    const answer = await requestsClient.requests.$get({
      query: { state: "approved", limit: "100", ...(cursor ? { cursor } : {}) },
    });
    const page: RequestPage = await answer.json();
    found.push(...page.data);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  return found;
}, "requests.promoted");

const CHANGED = [requests.key, promoted.key];

export const createRequest = action(async (input: CreateRequest) => {
  const answer = await requestsClient.requests.$post({ json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const cancelRequest = action(async (id: string) => {
  const answer = await requestsClient.requests[":id"].cancel.$post({ param: { id } });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const approveRequest = action(async (id: string, input: ApproveRequest) => {
  const answer = await requestsClient.requests[":id"].approve.$post({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const rejectRequest = action(async (id: string, input: RejectRequest) => {
  const answer = await requestsClient.requests[":id"].reject.$post({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);
