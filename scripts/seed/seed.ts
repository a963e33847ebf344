import { computeProductStats } from "../../workers/modules/analytics/product-stats/compute-product-stats.ts";
import { indexDueProducts } from "../../workers/modules/catalogue/index-due-products.ts";
import type { Env } from "../../workers/platform/env.ts";
import { spreadNews } from "../../workers/queues/news.ts";
import { castPeople, known } from "./cast.ts";
import { stockCatalogue } from "./catalogue.ts";
import { changesOf } from "./changes.ts";
import { connectShops, type PlayedConnector } from "./connectors.ts";
import { disputesOf } from "./disputes.ts";
import { openLinks } from "./links.ts";
import { planOrders } from "./order-plan.ts";
import { actsOfOrders } from "./orders.ts";
import { type DrawPicture, hangPictures } from "./pictures.ts";
import { Stage } from "./stage.ts";
import { withSuspicions } from "./suspicions.ts";
import { playActs } from "./timeline.ts";
import { planTraffic, recordTraffic } from "./traffic.ts";

export interface DemoAccount {
  readonly id: string;
  readonly email: string;
  readonly apiKey: string;
  readonly password: string;
}

export interface DemoAccounts {
  readonly merchant: DemoAccount;
  readonly influencer: DemoAccount;
  readonly admin: DemoAccount & { readonly totpSecret: string };
  readonly links: readonly {
    readonly id: string;
    readonly slug: string;
    readonly url: string;
    readonly productId: string;
    readonly rateBps: number;
  }[];
  readonly connectors: readonly PlayedConnector[];
  readonly others: readonly (DemoAccount & { readonly role: string; readonly name: string })[];
}

/**
 * Fills an empty platform with some weeks of life, told through the real verbs with a clock of its own, so that books,
 * counters and histories agree. Throws in production. @param nowMs the story's present, UTC epoch ms
 */
export async function seedDemo(env: Env, nowMs: number, draw: DrawPicture): Promise<DemoAccounts> {
  const stage = new Stage(env, nowMs);
  const cast = await castPeople(stage);
  const productIds = await stockCatalogue(stage, cast);
  await hangPictures(stage, cast, productIds, draw);
  const links = await openLinks(stage, cast, productIds);
  const clicks = planTraffic(stage, links);
  await recordTraffic(stage, clicks);
  const planned = withSuspicions(stage, cast, planOrders(stage, clicks));
  const connectors = await connectShops(stage, cast);
  const [orders, disputes] = [
    await actsOfOrders(stage, cast, connectors, planned),
    await disputesOf(stage, cast, planned),
  ];
  await playActs(stage, [...changesOf(stage, cast, links), ...orders, ...disputes]);
  await stage.settled();
  await indexDueProducts(stage.system(nowMs));
  await computeProductStats(stage.system(nowMs));
  await spreadNews(stage.system(nowMs));
  const own = links.filter(({ seed, endedAt }) => seed.influencer === "sara" && endedAt === null);
  return {
    merchant: known(cast.merchants, "fassia"),
    influencer: known(cast.influencers, "sara"),
    admin: cast.admin,
    links: own.map(({ id, seed, productId, product }) => ({
      id,
      slug: seed.slug,
      url: `${env.LINKS_URL}/${seed.slug}`,
      productId,
      rateBps: seed.requestRateBps ?? product.rateBps ?? 0,
    })),
    connectors,
    others: [...cast.merchants.values(), ...cast.influencers.values()],
  };
}
