import { action, json, query } from "@solidjs/router";
import type { AffiliationRequest, ApproveRequest, CreateRequest, RejectRequest } from "../../../schemas/requests.ts";
import { requestsClient } from "../client.ts";
import { approvedRequests, links } from "./links.ts";

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

// A rule of the merchant may approve at once; an affiliation given up takes its links along.
const OWN_CHANGED = [requests.key, approvedRequests.key, links.key];

export const createRequest = action(async (input: CreateRequest) => {
  const answer = await requestsClient.requests.$post({ json: input });
  return json(await answer.json(), { revalidate: OWN_CHANGED });
}, forget);

export const cancelRequest = action(async (id: string) => {
  const answer = await requestsClient.requests[":id"].cancel.$post({ param: { id } });
  return json(await answer.json(), { revalidate: OWN_CHANGED });
}, forget);

export const approveRequest = action(async (id: string, input: ApproveRequest) => {
  const answer = await requestsClient.requests[":id"].approve.$post({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: requests.key });
}, forget);

export const rejectRequest = action(async (id: string, input: RejectRequest) => {
  const answer = await requestsClient.requests[":id"].reject.$post({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: requests.key });
}, forget);
