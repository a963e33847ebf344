import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimState } from "../../schemas/claims.ts";
import { endClaims } from "../../workers/crons/end-claims.ts";
import { answerClaim } from "../../workers/modules/tracking/claims/answer-claim.ts";
import { createClaim } from "../../workers/modules/tracking/claims/create-claim.ts";
import { decideClaim } from "../../workers/modules/tracking/claims/decide-claim.ts";
import { withdrawClaim } from "../../workers/modules/tracking/claims/withdraw-claim.ts";
import { recordOrderEvent } from "../../workers/modules/tracking/record-order-event.ts";
import { bookFaults, SOUND } from "../support/books.ts";
import { addOldProgramme } from "../support/old-programme.ts";
import { contextOf, type Programme, runCommissionQueue, systemContext, type TestUser } from "../support/world.ts";
import * as world from "./claims-world.ts";

const AMOUNT = 33_333;
const VERBS = ["accept", "contest", "decide yes", "decide no", "withdraw", "days", "cron", "queue", "shop"] as const;
type Verb = (typeof VERBS)[number];

let programme: Programme;
let staff: TestUser;
beforeAll(async () => {
  staff = await world.addStaff();
  programme = await addOldProgramme({ rateBps: 1_333, plan: "STARTER" });
});

/** What one return may become, as the rules say it in words; the database is asked afterwards. */
class Expected {
  state: ClaimState = "open";
  day = 0;

  /** Whether the verb succeeds, after it has done what it does. */
  does(verb: Verb): boolean {
    const isWaiting = this.state === "open" || this.state === "contested";
    switch (verb) {
      case "days":
        this.day += 6;
        return true;
      case "cron":
        if (this.state === "open" && this.day > 10) this.end("accepted");
        return true;
      case "queue":
      case "shop":
        return true;
      case "accept":
        return this.state === "open" && this.day <= 10 && this.end("accepted");
      case "contest":
        return this.state === "open" && this.day <= 10 && this.end("contested");
      case "decide yes":
        return isWaiting && this.end("accepted");
      case "decide no":
        return isWaiting && this.end("rejected");
      case "withdraw":
        return isWaiting && this.end("withdrawn");
    }
  }

  private end(state: ClaimState): true {
    this.state = state;
    return true;
  }
}

function play(verb: Verb, claimId: string, orderId: string, day: number): Promise<unknown> {
  const clock = { now: () => Date.now() + day * world.DAY_MS };
  const merchant = contextOf(world.actorOf("merchant", programme.merchant), clock);
  const influencer = contextOf(world.actorOf("influencer", programme.influencer), clock);
  const admin = contextOf(world.actorOf("admin", staff, ["compliance"]), clock);
  switch (verb) {
    case "accept":
      return answerClaim(influencer, claimId, { answer: "accept", message: "" });
    case "contest":
      return answerClaim(influencer, claimId, { answer: "contest", message: "Le colis est bien arrivé" });
    case "decide yes":
      return decideClaim(admin, claimId, { decision: "accept", reason: "Le colis est revenu" });
    case "decide no":
      return decideClaim(admin, claimId, { decision: "reject", reason: "Rien ne le prouve" });
    case "withdraw":
      return withdrawClaim(merchant, claimId);
    case "cron":
      return endClaims(systemContext(clock));
    case "shop":
      return recordOrderEvent(merchant, orderId, { eventId: "from-the-shop", status: "returned" }, "shopify");
    case "queue":
      return runCommissionQueue(orderId);
    case "days":
      return Promise.resolve();
  }
}

describe("whatever becomes of a return, in whatever order", () => {
  it("it ends as the rules say, its commission stands or goes back once, and the book stays at zero", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...VERBS), { maxLength: 8 }),
        fc.option(fc.integer({ min: 1, max: AMOUNT })),
        async (verbs, refundMinor) => {
          const { id } = await world.addHeldOrder(programme, { amountMinor: AMOUNT });
          const merchant = contextOf(world.actorOf("merchant", programme.merchant));
          const claim = await createClaim(merchant, { kind: "return", orderId: id, refundMinor, message: world.WHY });
          const expected = new Expected();
          let isShopBack = false;
          for (const verb of verbs) {
            const succeeds = expected.does(verb);
            isShopBack ||= verb === "shop";
            const outcome = play(verb, claim.id, id, expected.day).then(
              () => true,
              () => false,
            );
            expect([verb, await outcome]).toEqual([verb, succeeds]);
          }
          expect((await world.readClaim(programme.merchant, claim.id)).body.state).toBe(expected.state);
          await runCommissionQueue(id);
          const { commission, refundedMinor } = await world.readOrder(programme.merchant, id);
          const isWhole = isShopBack || (expected.state === "accepted" && (refundMinor ?? AMOUNT) === AMOUNT);
          expect(commission?.state).toBe(isWhole ? "reversed" : "earned");
          expect(refundedMinor).toBe(expected.state === "accepted" ? (refundMinor ?? 0) : 0);
        },
      ),
      { numRuns: 40 },
    );
    expect(await bookFaults()).toEqual(SOUND);
  }, 120_000);
});
