import { createMiddleware } from "hono/factory";
import { Forbidden } from "../core/errors.ts";
import { holds, type Network, parseNetwork } from "../core/network-address.ts";
import type { Context } from "../platform/context.ts";
import type { AppTypes } from "./app.ts";

export interface LivingRule {
  readonly network: Network;
  readonly kind: "allow" | "deny";
  readonly expiresAt: number | null;
}

const REMEMBERED_MS = 30_000;
let remembered: { rules: readonly LivingRule[]; loadedAt: number } | undefined;

/** What the rules say of an address: a network that is let in stays in, even inside a denied one. */
export function ruleOnAddress(
  rules: readonly LivingRule[],
  address: Network | undefined,
  nowMs: number,
): "allow" | "deny" | undefined {
  if (!address) return undefined;
  const kinds = rules
    .filter(({ network, expiresAt }) => (expiresAt === null || expiresAt > nowMs) && holds(network, address))
    .map(({ kind }) => kind);
  return kinds.includes("allow") ? "allow" : kinds[0];
}

/**
 * Turns denied networks away before anything else is asked; the rules are remembered for 30 s, and the last known ones
 * hold when they cannot be read.
 * @throws Forbidden `address.denied`
 */
export function addressGate(listRules: (ctx: Context) => Promise<readonly LivingRule[]>) {
  return createMiddleware<AppTypes>(async function addressGate(c, next) {
    const ctx = c.get("ctx");
    const rules = await recallRules(ctx, listRules);
    if (rules.length > 0) {
      const address = parseNetwork(c.req.header("CF-Connecting-IP") ?? "");
      const kind = ruleOnAddress(rules, address, ctx.now());
      if (kind === "deny") throw new Forbidden("address.denied");
      if (kind === "allow") c.set("isAddressAllowed", true);
    }
    await next();
  });
}

/** Whether no network is turned away, as far as the isolate knows and has asked lately. */
export function isGateOpen(nowMs: number): boolean {
  return remembered?.rules.length === 0 && remembered.loadedAt > nowMs - REMEMBERED_MS;
}

/** For the isolate that changed the rules; others know within 30 s. */
export function forgetAddressRules(): void {
  remembered = undefined;
}

async function recallRules(
  ctx: Context,
  listRules: (ctx: Context) => Promise<readonly LivingRule[]>,
): Promise<readonly LivingRule[]> {
  const known = remembered;
  if (known && known.loadedAt > ctx.now() - REMEMBERED_MS) return known.rules;
  // Whoever comes meanwhile goes by the old rules instead of asking too.
  if (known) known.loadedAt = ctx.now();
  try {
    remembered = { rules: await listRules(ctx), loadedAt: ctx.now() };
    return remembered.rules;
  } catch (failure) {
    ctx.log("warn", "address rules unreadable", { error: String(failure) });
    return known?.rules ?? [];
  }
}
