import type { AffiliationRequest } from "../../../../schemas/requests.ts";
import { Conflict } from "../../../core/errors.ts";
import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened, happenedToEach } from "../../outbox/statements.ts";
import { publishLinks } from "../publish-link.ts";
import type { RequestRow } from "../tables.ts";
import { findParties, getRequest, listLinksOfRequests, type Parties } from "./queries.ts";
import { type Outcome, tell } from "./request-news.ts";
import { requestObject } from "./request-object.ts";
import { canMove } from "./rules.ts";
import { changeRequest, type Decision } from "./statements.ts";

/** A move that somebody makes, and what the other one is told. */
export interface Move extends Omit<Decision, "decidedAt" | "state"> {
  readonly state: "approved" | "rejected" | "cancelled";
  readonly outcome: Outcome;
  /** Refuses for a reason of its own. */
  readonly check?: (parties: Parties) => void;
}

/**
 * Moves the actor's request: of two who move it at once, one wins and the other hears that it is decided. An affiliation
 * that ends takes its links off the redirect.
 * @throws NotFound `request.not_found` @throws Conflict `request.already_decided`
 */
export async function moveRequest(ctx: Context, requestId: string, move: Move): Promise<AffiliationRequest> {
  const { answer, hadLinks } = await retryLostRace(() => attempt(ctx, requestId, move));
  if (hadLinks) ctx.defer(() => publishLinksOf(ctx, [requestId]));
  return answer;
}

async function attempt(ctx: Context, requestId: string, { outcome, check, ...change }: Move) {
  const read = await getRequest(ctx, requestId);
  if (!canMove(read, change.state, ctx.now())) throw new Conflict("request.already_decided");
  const parties = await findParties(ctx, read);
  if (!parties) throw new Error("a request names a product and an influencer");
  check?.(parties);
  const decided = { ...change, decidedAt: ctx.now() };
  const row: RequestRow = { ...read, ...decided };
  const links = read.state === "approved" ? await listLinksOfRequests(ctx, [read.id]) : [];
  const linkIds = links.map(({ id }) => id);
  const answer = await requestObject(ctx, row);
  await commit(
    ctx,
    [
      ...changeRequest(ctx, read, decided),
      ...happenedToEach(ctx, "link.changed", linkIds),
      happened(ctx, `request.${change.state}`, read.id, { from: read.state }),
      audit(ctx, `request.${change.state}`, read.id, { from: read.state, rateBps: row.rateBps }),
      ...(await tell(ctx, outcome, parties)),
    ],
    { status: 200, body: answer },
  );
  return { answer, hadLinks: read.state === "approved" };
}

/** Publishes the links of requests that have ended; read after the commit, so that one made meanwhile is among them. */
export async function publishLinksOf(ctx: Context, requestIds: readonly string[]): Promise<void> {
  await publishLinks(ctx, await listLinksOfRequests(ctx, requestIds));
}
