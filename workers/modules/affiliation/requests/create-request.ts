import type { AffiliationRequest, CreateRequest } from "../../../../schemas/requests.ts";
import { actingAs } from "../../../core/actor.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../../core/errors.ts";
import { commit, type Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { getKycState } from "../../kyc/queries.ts";
import { happened } from "../../outbox/statements.ts";
import { listAccountNumbers } from "../../social/queries.ts";
import type { RequestRow } from "../tables.ts";
import { findParties, getApprovalRule, getStanding, type Parties, type Standing } from "./queries.ts";
import { tell } from "./request-news.ts";
import { requestObject } from "./request-object.ts";
import { canAskAgain, EXPIRES_AFTER_MS, letsThrough, requestStateAt } from "./rules.ts";
import { expireRequests, insertRequest, notBlocked } from "./statements.ts";

/**
 * The influencer asks to promote a product. The merchant's rule may approve at once; otherwise the request waits 7 days.
 * @throws NotFound `product.not_found` @throws Conflict `product.not_active`, `request.already_open`, `request.too_soon`
 * @throws Forbidden `request.blocked` @throws Invalid `request.invalid` for a social account that is not an own connected one
 */
export async function createRequest(ctx: Context, input: CreateRequest): Promise<AffiliationRequest> {
  const influencer = actingAs(ctx, "influencer");
  const parties = await findParties(ctx, { productId: input.productId, influencerId: influencer.id });
  if (!parties || parties.productState === "archived") throw new NotFound("product.not_found");
  if (parties.productState !== "active" || parties.merchantState !== "active") throw new Conflict("product.not_active");
  const standing = await getStanding(ctx, parties);
  const lapsed = refuseOrFindLapsed(ctx, standing);
  const row = await draftRequest(ctx, input, parties);
  const answer = await requestObject(ctx, row);
  await commit(
    ctx,
    [
      ...expired(ctx, lapsed),
      notBlocked(parties.merchantId, influencer.id),
      insertRequest(row),
      happened(ctx, "request.created", row.id),
      audit(ctx, "request.created", row.id, { productId: row.productId }),
      ...(await told(ctx, row, parties)),
    ],
    { status: 201, body: answer },
  );
  return answer;
}

// A request past its end that the cron has not met yet stands in nobody's way: its id comes back, to be ended first.
function refuseOrFindLapsed(ctx: Context, standing: Standing): string | null {
  if (standing.isBlocked === 1) throw new Forbidden("request.blocked");
  const { openId, openState, openExpiresAt } = standing;
  if (openId !== null && openState !== null) {
    const state = requestStateAt({ state: openState, expiresAt: openExpiresAt }, ctx.now());
    if (state !== "expired") throw new Conflict("request.already_open");
  }
  if (!canAskAgain(standing.rejectedAt, ctx.now())) throw new Conflict("request.too_soon");
  return openId;
}

async function draftRequest(ctx: Context, input: CreateRequest, parties: Parties): Promise<RequestRow> {
  const { influencerId, merchantId, productId } = parties;
  const [accounts, rule, kyc] = await Promise.all([
    listAccountNumbers(ctx, [influencerId]),
    getApprovalRule(ctx, merchantId),
    getKycState(ctx, influencerId),
  ]);
  const socialAccountId = input.socialAccountId ?? null;
  if (socialAccountId !== null && !accounts.some(({ id }) => id === socialAccountId))
    throw new Invalid("request.invalid", [{ path: "socialAccountId", message: "account.unknown" }]);
  const followers = accounts.reduce((sum, account) => sum + account.followers, 0);
  const isApproved = letsThrough(rule, kyc, followers);
  const now = ctx.now();
  return {
    id: ctx.newId("req"),
    productId,
    influencerId,
    merchantId,
    socialAccountId,
    message: input.message,
    state: isApproved ? "approved" : "pending",
    reason: null,
    rateBps: null,
    createdAt: now,
    expiresAt: isApproved ? null : now + EXPIRES_AFTER_MS,
    decidedAt: isApproved ? now : null,
    decidedBy: isApproved ? "rule" : null,
  };
}

function expired(ctx: Context, lapsedId: string | null): Statement[] {
  if (lapsedId === null) return [];
  return [
    ...expireRequests(ctx, [lapsedId]),
    happened(ctx, "request.expired", lapsedId),
    audit(ctx, "request.expired", lapsedId),
  ];
}

// A rule is there so that the merchant need not look: what it lets through is told to the influencer alone.
async function told(ctx: Context, row: RequestRow, parties: Parties): Promise<Statement[]> {
  if (row.state === "pending") return tell(ctx, { kind: "request.received" }, parties);
  return [
    happened(ctx, "request.approved", row.id),
    audit(ctx, "request.approved", row.id, { by: "rule" }),
    ...(await tell(ctx, { kind: "request.approved", rateBps: null }, parties)),
  ];
}
