import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REQUEST_STATES } from "../../schemas/requests.ts";
import { DomainError } from "../../workers/core/errors.ts";
import { expireRequests } from "../../workers/crons/expire-requests.ts";
import { blockInfluencer } from "../../workers/modules/affiliation/influencers/block-influencer.ts";
import { approveRequest } from "../../workers/modules/affiliation/requests/approve-request.ts";
import { cancelRequest } from "../../workers/modules/affiliation/requests/cancel-request.ts";
import { createRequest } from "../../workers/modules/affiliation/requests/create-request.ts";
import { rejectRequest } from "../../workers/modules/affiliation/requests/reject-request.ts";
import {
  canAskAgain,
  canMove,
  deliveryRateOf,
  EXPIRES_AFTER_MS,
  letsThrough,
  REQUEST_MOVES,
  requestStateAt,
} from "../../workers/modules/affiliation/requests/rules.ts";
import type { RequestState } from "../../workers/modules/affiliation/tables.ts";
import { contextOf, systemContext } from "../support/world.ts";
import { actorOf, addOffer, DAY_MS, type Offer, rowsOf } from "./requests-world.ts";

const setState = (id: string, state: RequestState) =>
  env.CORE_DB.prepare("UPDATE affiliate_requests SET state = ? WHERE id = ?").bind(state, id).run();

describe("the moves of a request", () => {
  it("are the same in the rules and in the database", async () => {
    for (const from of REQUEST_STATES) {
      for (const to of REQUEST_STATES) {
        const { productId, influencer } = await addOffer();
        const id = systemContext().newId("req");
        await env.CORE_DB.prepare(
          "INSERT INTO affiliate_requests (id, product_id, influencer_id, state, created_at) VALUES (?, ?, ?, ?, 0)",
        )
          .bind(id, productId, influencer.id, from)
          .run();
        const isListed = from === to || REQUEST_MOVES[from].includes(to);
        const moved = await setState(id, to).then(
          () => true,
          (failure: unknown) => !String(failure).includes("request_moves_are_listed"),
        );
        expect([from, to, moved]).toEqual([from, to, isListed]);
      }
    }
  });

  it("end as the rules say, whatever people try in whatever order and however late", async () => {
    const step = fc.record({
      verb: fc.constantFrom("ask", "ask", "approve", "reject", "cancel", "block", "unblock", "cron"),
      days: fc.constantFrom(0, 0, 0, 1, 6.99, 7, 29, 30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const story = await Story.begin();
        for (const { verb, days } of steps) {
          story.nowMs += days * DAY_MS;
          const expected = story.expectedOf(verb);
          expect([verb, await story.outcomeOf(verb)]).toEqual([verb, expected]);
          expect([verb, await story.states()]).toEqual([verb, story.expectedStates]);
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit: 20_000 },
    );
  });
});

type Verb = "ask" | "approve" | "reject" | "cancel" | "block" | "unblock" | "cron";

/** One influencer and one product on a clock of their own, beside what the rules say must become of them. */
class Story {
  readonly offer: Offer;
  nowMs = Date.now();
  readonly expectedStates: RequestState[] = [];
  #expiresAt = 0;
  #rejectedAt: number | null = null;
  #isBlocked = false;
  #id = "req_none";

  private constructor(offer: Offer) {
    this.offer = offer;
  }

  static begin = async () => new Story(await addOffer());

  get #last(): RequestState | undefined {
    return this.expectedStates.at(-1);
  }

  /** The outcome by the rules, which it carries over into what is expected from then on. */
  expectedOf(verb: Verb): string {
    const { nowMs } = this;
    const last = this.#last;
    const shown = last && requestStateAt({ state: last, expiresAt: this.#expiresAt }, nowMs);
    if (verb === "cron") return this.#become(last === "pending" && shown === "expired" ? "expired" : last);
    if (verb === "block" || verb === "unblock") {
      const ends = verb === "block" && !this.#isBlocked && (last === "pending" || last === "approved");
      this.#isBlocked = verb === "block";
      return this.#become(ends ? "cancelled" : last);
    }
    if (verb !== "ask") {
      const to = { approve: "approved", reject: "rejected", cancel: "cancelled" } as const;
      if (!last) return "request.not_found";
      if (!canMove({ state: last, expiresAt: this.#expiresAt }, to[verb], nowMs)) return "request.already_decided";
      if (verb === "reject") this.#rejectedAt = nowMs;
      return this.#become(to[verb]);
    }
    if (this.#isBlocked) return "request.blocked";
    if (shown === "pending" || shown === "approved") return "request.already_open";
    if (!canAskAgain(this.#rejectedAt, nowMs)) return "request.too_soon";
    if (last === "pending") this.#become("expired");
    this.expectedStates.push("pending");
    this.#expiresAt = nowMs + EXPIRES_AFTER_MS;
    return "done";
  }

  #become(state: RequestState | undefined): string {
    if (state) this.expectedStates[this.expectedStates.length - 1] = state;
    return "done";
  }

  async outcomeOf(verb: Verb): Promise<string> {
    const { influencer, merchant, productId } = this.offer;
    const now = () => this.nowMs;
    const [asInfluencer, asMerchant] = [
      contextOf(actorOf("influencer", influencer), { now }),
      contextOf(actorOf("merchant", merchant), { now }),
    ];
    const act = {
      ask: async () => {
        this.#id = (await createRequest(asInfluencer, { productId, message: "" })).id;
      },
      approve: () => approveRequest(asMerchant, this.#id, {}),
      reject: () => rejectRequest(asMerchant, this.#id, { reason: "Pas pour nous" }),
      cancel: () => cancelRequest(asInfluencer, this.#id),
      block: () => blockInfluencer(asMerchant, influencer.id, { blocked: true, reason: "" }),
      unblock: () => blockInfluencer(asMerchant, influencer.id, { blocked: false, reason: "" }),
      cron: () => expireRequests(systemContext({ now })),
    }[verb];
    try {
      await act();
      return "done";
    } catch (failure) {
      if (failure instanceof DomainError) return failure.code;
      throw failure;
    }
  }

  async states(): Promise<RequestState[]> {
    const rows = await rowsOf<{ state: RequestState }>(
      "SELECT state FROM affiliate_requests WHERE influencer_id = ? ORDER BY created_at, rowid",
      this.offer.influencer.id,
    );
    return rows.map(({ state }) => state);
  }
}

describe("the rules", () => {
  it("let an influencer ask again from the thirtieth day after a rejection", () => {
    expect([null, 0].map((at) => canAskAgain(at, 30 * DAY_MS))).toEqual([true, true]);
    expect(canAskAgain(0, 30 * DAY_MS - 1)).toBe(false);
  });

  it("approve by themselves only what the merchant's rule lets through", () => {
    const rule = { enabled: true, requireKyc: true, minFollowers: 100 };
    expect(letsThrough(rule, "approved", 100)).toBe(true);
    expect(letsThrough(rule, "approved", 99)).toBe(false);
    for (const kyc of [
      "none",
      "draft",
      "submitted",
      "in_review",
      "rejected",
      "needs_information",
      "expired",
    ] as const) {
      expect(letsThrough(rule, kyc, 100)).toBe(false);
      expect(letsThrough({ ...rule, requireKyc: false }, kyc, 100)).toBe(true);
    }
    expect(letsThrough({ ...rule, enabled: false }, "approved", 1_000)).toBe(false);
  });

  it("know no delivery rate before an order has ended", () => {
    expect([deliveryRateOf(0, 0), deliveryRateOf(1, 0), deliveryRateOf(0, 2), deliveryRateOf(2, 1)]).toEqual([
      null,
      10_000,
      0,
      6_666,
    ]);
  });
});
