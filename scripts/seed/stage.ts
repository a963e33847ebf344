import type { Actor } from "../../workers/core/actor.ts";
import { publishLinksOfProducts } from "../../workers/modules/affiliation/publish-link.ts";
import { postCommission } from "../../workers/modules/commissions/post-commission.ts";
import { type Context, createContext } from "../../workers/platform/context.ts";
import type { Env } from "../../workers/platform/env.ts";
import { Chance } from "./chance.ts";

// How long a message of the queue takes to be carried out.
const QUEUE_MS = 1_000;

interface Due {
  readonly conversionId: string;
  readonly atMs: number;
}

/** Where the story is played: the real verbs, on the real databases, with a clock that is set before each act. */
const SEED_KEY = { kind: "key", keyId: "seed", scopes: [] } as const;

export class Stage {
  readonly chance = new Chance(20_261_123);
  readonly nowMs: number;
  readonly #env: Env;
  readonly #after: Promise<unknown>[] = [];
  #due: Due[] = [];

  constructor(env: Env, nowMs: number) {
    if (env.ENVIRONMENT === "production") throw new Error("Demo data is for development: the seed refuses production.");
    this.nowMs = nowMs;
    this.#env = env;
  }

  /** The actor at the moment (UTC epoch ms), never later than the story's present. */
  as(actor: Actor, atMs: number): Context {
    const moment = Math.min(atMs, this.nowMs);
    const chance = this.chance.fork();
    const ctx = createContext(this.#env, (work) => void this.#after.push(work), {
      actor,
      now: () => moment,
      random: (bytes) => chance.bytes(bytes),
      log: refuseToFail,
      requestId: "seed",
    });
    const nudge: Context["nudge"] = (message) => {
      if (message.kind === "links.due")
        this.#after.push(publishLinksOfProducts(this.system(moment), message.productIds, message.rest));
      if (message.kind === "commission.due") this.#due.push({ conversionId: message.conversionId, atMs: moment });
    };
    return { ...ctx, nudge };
  }

  /** Does what the queue would do with the messages of the acts so far, one after the other, in the order of time. */
  async carryOutMessages(): Promise<void> {
    const due = this.#due.toSorted((a, b) => a.atMs - b.atMs || (a.conversionId < b.conversionId ? -1 : 1));
    this.#due = [];
    for (const { conversionId, atMs } of due) await postCommission(this.system(atMs + QUEUE_MS), conversionId);
  }

  user(role: "merchant" | "influencer", id: string, atMs: number): Context {
    return this.as({ role, id, locale: "fr", adminScopes: [], via: SEED_KEY }, atMs);
  }

  /** An owner, who may do what finance and compliance may. */
  admin(id: string, atMs: number): Context {
    return this.as({ role: "admin", id, locale: "fr", adminScopes: ["owner"], via: SEED_KEY }, atMs);
  }

  system(atMs: number): Context {
    return this.as({ role: "system", job: "seed" }, atMs);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#after);
  }
}

// What verbs only log because somebody tries again later has nobody here who would.
const refuseToFail: Context["log"] = (level, message, fields) => {
  if (level === "error") throw new Error(`${message}: ${JSON.stringify(fields)}`);
};
