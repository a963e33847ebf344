import { action, json, query } from "@solidjs/router";
import type { AnswerClaim, Claim, CreateClaim, DecideClaim } from "../../../schemas/claims.ts";
import type { Conversion } from "../../../schemas/conversions.ts";
import type { Link } from "../../../schemas/links.ts";
import type { Role } from "../../../schemas/users.ts";
import { affiliatesClient, claimDecisionsClient, claimsClient, trackingClient } from "../client.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export interface ClaimPage {
  readonly data: readonly Claim[];
  readonly nextCursor: string | null;
}

export interface ClaimFilter {
  readonly state?: Claim["state"] | undefined;
  readonly cursor?: string | undefined;
}

/** A page of the claims the reader may see, newest first; staff see those of everybody. */
export const claims = query(async (reader: Role, { state, cursor }: ClaimFilter): Promise<ClaimPage> => {
  const page = { query: { limit: "20", ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) } };
  const answer = await (reader === "admin" ? claimDecisionsClient.claims.$get(page) : claimsClient.claims.$get(page));
  return answer.json();
}, "claims.page");

export const claim = query(async (reader: Role, id: string): Promise<Claim> => {
  const one = { param: { id } };
  const answer = await (reader === "admin"
    ? claimDecisionsClient.claims[":id"].$get(one)
    : claimsClient.claims[":id"].$get(one));
  return answer.json();
}, "claims.one");

/** The order of a claim, for the side that may see it. */
export const orderOfClaim = query(async (conversionId: string): Promise<Conversion> => {
  const answer = await trackingClient.conversions[":orderId"].$get({ param: { orderId: conversionId } });
  return answer.json();
}, "claims.order");

/** The merchant's orders whose number begins like this, a few. */
export const ordersLike = query(async (start: string): Promise<readonly Conversion[]> => {
  const answer = await trackingClient.conversions.$get({ query: { q: start, limit: "5" } });
  return (await answer.json()).data;
}, "claims.ordersLike");

/** The influencer's links to choose from, the newest hundred. */
export const claimableLinks = query(async (): Promise<readonly Link[]> => {
  const answer = await affiliatesClient.links.$get({ query: { limit: "100" } });
  return (await answer.json()).data;
}, "claims.links");

const CHANGED = [claims.key, claim.key, orderOfClaim.key];

export interface SentClaim {
  readonly claim: Claim;
  /** Of the files, those that could not be added. */
  readonly failedFiles: number;
}

/** Opens a claim and lays the files beside it. Once it is open, a file that fails is tried again on its page. */
export const createClaim = action(async (input: CreateClaim, files: readonly File[]) => {
  const opened: Claim = await (await claimsClient.claims.$post({ json: input })).json();
  let failedFiles = 0;
  for (const file of files) {
    const added = claimsClient.claims[":id"].evidence.$post({ param: { id: opened.id }, form: { file } });
    await added.catch(() => {
      failedFiles += 1;
    });
  }
  const sent: SentClaim = { claim: opened, failedFiles };
  return json(sent, { revalidate: CHANGED });
}, forget);

export const addEvidence = action(async (id: string, file: File) => {
  const answer = await claimsClient.claims[":id"].evidence.$post({ param: { id }, form: { file } });
  return json(await answer.json(), { revalidate: claim.key });
}, forget);

export const answerClaim = action(async (id: string, input: AnswerClaim) => {
  const answer = await claimsClient.claims[":id"].answer.$post({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const withdrawClaim = action(async (id: string) => {
  const answer = await claimsClient.claims[":id"].withdraw.$post({ param: { id } });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);

export const decideClaim = action(async (id: string, input: DecideClaim) => {
  const answer = await claimDecisionsClient.claims[":id"].decide.$post({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: CHANGED });
}, forget);
