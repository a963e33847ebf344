import type { Actor } from "../../workers/core/actor.ts";
import { postCommission } from "../../workers/modules/commissions/post-commission.ts";
import { type Context, createContext } from "../../workers/platform/context.ts";
import type { Env } from "../../workers/platform/env.ts";
import { Chance } from "./chance.ts";

/** Where the story is played: the real verbs, on the real databases, with a clock that is set before each act. */
export class Stage {
  readonly chance = new Chance(20_261_123);
  readonly nowMs: number;
  readonly #env: Env;
  readonly #after: Promise<unknown>[] = [];
  readonly #due: string[] = [];

  constructor(env: Env, nowMs: number) {
    if (env.ENVIRONMENT === "production") throw new Error("Demo data is for development: the seed refuses production.");
    this.nowMs = nowMs;
    this.#env = env;
  }

  /** The actor at the moment (UTC epoch ms), never later than the story's present. */
  as(actor: Actor, atMs: number): Context {
    const moment = Math.min(atMs, this.nowMs);
    const waitUntil = (work: Promise<unknown>) => void this.#after.push(work);
    const log = () => {};
    const ctx = createContext(this.#env, waitUntil, {
      actor,
      now: () => moment,
      random: (bytes) => this.chance.bytes(bytes),
      log,
      requestId: "seed",
    });
    return { ...ctx, nudge: ({ conversionId }) => void this.#due.push(conversionId) };
  }

  /** Does what the queue would do with the messages of the acts so far, one after the other. */
  async carryOutMessages(atMs: number): Promise<void> {
    for (const conversionId of this.#due.splice(0)) await postCommission(this.system(atMs), conversionId);
  }

  user(role: "merchant" | "influencer", id: string, atMs: number): Context {
    return this.as({ role, id, locale: "fr", keyId: "seed", keyScopes: [], adminScopes: [] }, atMs);
  }

  system(atMs: number): Context {
    return this.as({ role: "system", job: "seed" }, atMs);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#after);
  }
}
