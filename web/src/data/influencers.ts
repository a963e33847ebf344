import { action, json, query } from "@solidjs/router";
import type { ApprovalRule, BlockInfluencer, InfluencerCard } from "../../../schemas/requests.ts";
import { influencersClient, requestsClient } from "../client.ts";
import { requests } from "./requests.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export interface InfluencerPage {
  readonly data: readonly InfluencerCard[];
  readonly nextCursor: string | null;
}

export interface InfluencerFilter {
  readonly q?: string | undefined;
  readonly provider?: InfluencerCard["accounts"][number]["provider"] | undefined;
  readonly minFollowers?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A page of the influencers a merchant may work with. */
export const influencers = query(async (filter: InfluencerFilter): Promise<InfluencerPage> => {
  const { q, provider, minFollowers, cursor } = filter;
  const answer = await influencersClient.influencers.$get({
    query: {
      limit: "25",
      ...(q ? { q } : {}),
      ...(provider ? { provider } : {}),
      ...(minFollowers ? { minFollowers } : {}),
      ...(cursor ? { cursor } : {}),
    },
  });
  return answer.json();
}, "influencers.page");

export const blockInfluencer = action(async (id: string, input: BlockInfluencer) => {
  await influencersClient.influencers[":id"].block.$post({ param: { id }, json: input });
  return json(undefined, { revalidate: [influencers.key, requests.key] });
}, forget);

export const approvalRule = query(async (): Promise<ApprovalRule> => {
  const answer = await requestsClient["approval-rule"].$get();
  return answer.json();
}, "influencers.approvalRule");

export const keepApprovalRule = action(async (input: ApprovalRule) => {
  const answer = await requestsClient["approval-rule"].$put({ json: input });
  return json(await answer.json(), { revalidate: approvalRule.key });
}, forget);
