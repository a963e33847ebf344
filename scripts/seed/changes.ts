import { eq } from "drizzle-orm";
import { DAY_MS } from "../../workers/core/calendar.ts";
import { commit, type Statement } from "../../workers/db/commit.ts";
import { publishLink } from "../../workers/modules/affiliation/publish-link.ts";
import { updateLink } from "../../workers/modules/affiliation/update-link.ts";
import { audit } from "../../workers/modules/audit/statements.ts";
import { setPlan } from "../../workers/modules/billing/set-plan.ts";
import { updateProduct } from "../../workers/modules/catalogue/products/update-product.ts";
import { users } from "../../workers/modules/users/tables.ts";
import type { Context } from "../../workers/platform/context.ts";
import { type Account, type Cast, known } from "./cast.ts";
import { INFLUENCERS, MERCHANTS } from "./data-people.ts";
import { type PlayedLink, PRODUCT_ENDED_DAYS, SUSPENDED_DAYS } from "./links.ts";
import type { Stage } from "./stage.ts";
import type { Act } from "./timeline.ts";

const UPGRADED_DAYS = 21;

/** What changed on the way: a plan, links paused, products ended, an influencer suspended. Each concerns everybody's orders. */
export function changesOf(stage: Stage, cast: Cast, links: readonly PlayedLink[]): readonly Act[] {
  const act = (atMs: number, play: () => Promise<unknown>): Act => ({ atMs, subject: null, play });
  const daysAgo = (days: number) => stage.nowMs - days * DAY_MS;
  const paused = links.filter(({ seed }) => seed.ends === "paused");
  const ended = [
    ...new Map(links.filter(({ product }) => product.state).map((link) => [link.productId, link])).values(),
  ];
  return [
    ...MERCHANTS.filter(({ planBefore }) => planBefore !== undefined).map(({ key, plan }) =>
      act(daysAgo(UPGRADED_DAYS), () =>
        setPlan(stage.admin(cast.admin.id, daysAgo(UPGRADED_DAYS)), known(cast.merchants, key).id, {
          plan,
          reason: "Passage à l'offre supérieure demandé par le marchand",
        }),
      ),
    ),
    ...paused.map(({ id, influencerId, endedAt }) => {
      const atMs = endedAt ?? stage.nowMs;
      return act(atMs, () => updateLink(stage.user("influencer", influencerId, atMs), id, { state: "paused" }));
    }),
    ...ended.map(({ merchantId, productId, product }) =>
      act(daysAgo(PRODUCT_ENDED_DAYS), () =>
        updateProduct(stage.user("merchant", merchantId, daysAgo(PRODUCT_ENDED_DAYS)), productId, {
          state: product.state ?? "paused",
        }),
      ),
    ),
    ...INFLUENCERS.filter(({ isSuspended }) => isSuspended).map(({ key }) =>
      act(daysAgo(SUSPENDED_DAYS), () =>
        suspend(stage.admin(cast.admin.id, daysAgo(SUSPENDED_DAYS)), known(cast.influencers, key), links),
      ),
    ),
  ];
}

async function suspend(ctx: Context, { id: userId }: Account, links: readonly PlayedLink[]): Promise<void> {
  const change: Statement = ctx.db.orm
    .update(users)
    .set({ state: "suspended", suspendedAt: ctx.now() })
    .where(eq(users.id, userId));
  await commit(ctx, [
    change,
    audit(ctx, "user.suspended", userId, { reason: "Clics achetés signalés par un marchand" }),
  ]);
  const own = links.filter(({ influencerId }) => influencerId === userId);
  for (const { id, seed } of own) await publishLink(ctx, id, seed.slug);
}
