import { action, json, query } from "@solidjs/router";
import type {
  AppealFraud,
  DecideFraud,
  FraudCase,
  FraudCaseDetail,
  FraudRule,
  FraudRuleSetting,
  UpdateFraudRule,
} from "../../../schemas/fraud.ts";
import { fraudAdminClient, fraudClient } from "../client.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export interface FraudPage {
  readonly data: readonly FraudCase[];
  readonly nextCursor: string | null;
}

export interface QueueFilter {
  readonly state?: FraudCase["state"] | undefined;
  readonly sort?: "oldest" | "score" | undefined;
  readonly influencerId?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A page of the cases of everybody, for staff. */
export const fraudQueue = query(async ({ state, sort, influencerId, cursor }: QueueFilter): Promise<FraudPage> => {
  const answer = await fraudAdminClient.fraud.$get({
    query: {
      limit: "20",
      ...(state ? { state } : {}),
      ...(sort ? { sort } : {}),
      ...(influencerId ? { influencerId } : {}),
      ...(cursor ? { cursor } : {}),
    },
  });
  return answer.json();
}, "fraud.queue");

export const fraudCase = query(async (id: string): Promise<FraudCaseDetail> => {
  const answer = await fraudAdminClient.fraud[":id"].$get({ param: { id } });
  return answer.json();
}, "fraud.case");

export const fraudRules = query(async (): Promise<readonly FraudRuleSetting[]> => {
  const answer = await fraudAdminClient["fraud-rules"].$get();
  return (await answer.json()).data;
}, "fraud.rules");

export interface CheckFilter {
  readonly state?: FraudCase["state"] | undefined;
  readonly cursor?: string | undefined;
}

/** A page of the influencer's own checks, newest first. */
export const checks = query(async ({ state, cursor }: CheckFilter): Promise<FraudPage> => {
  const answer = await fraudClient.fraud.$get({
    query: { limit: "20", ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) },
  });
  return answer.json();
}, "fraud.checks");

export const decideFraud = action(async (id: string, input: DecideFraud) => {
  const answer = await fraudAdminClient.fraud[":id"].decide.$post({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: [fraudQueue.key, fraudCase.key] });
}, forget);

export const updateFraudRule = action(async (rule: FraudRule, input: UpdateFraudRule) => {
  const answer = await fraudAdminClient["fraud-rules"][":rule"].$patch({ param: { rule }, json: input });
  return json(await answer.json(), { revalidate: fraudRules.key });
}, forget);

export const appealFraud = action(async (id: string, input: AppealFraud) => {
  const answer = await fraudClient.fraud[":id"].appeal.$post({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: checks.key });
}, forget);
