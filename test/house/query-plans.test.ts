import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { ConversionFilters } from "../../schemas/orders.ts";
import type { Role } from "../../schemas/users.ts";
import type { Actor } from "../../workers/core/actor.ts";
import { openCoreDb } from "../../workers/db/client.ts";
import { listInfluencerIds, listOrderResults } from "../../workers/modules/affiliation/influencers/queries.ts";
import {
  getCoupon,
  isSlugTaken,
  listFolders,
  listLinkableProducts,
  listLinks,
  listLinksOfParty,
  listLinksOfProducts,
  listSlugs,
} from "../../workers/modules/affiliation/queries.ts";
import {
  findParties,
  getStanding,
  listLapsedRequests,
  listLinksOfRequests,
  listOpenRequests,
  listRequests,
} from "../../workers/modules/affiliation/requests/queries.ts";
import {
  listLinkParties,
  listLiveCommissions,
  listLiveOrders,
  listWatchers,
} from "../../workers/modules/analytics/live/queries.ts";
import { listLinkedProductIds, listProductCounts } from "../../workers/modules/analytics/product-stats/queries.ts";
import { listApiKeys, listOpenSessions } from "../../workers/modules/auth/queries.ts";
import { findImageByContent, listImages } from "../../workers/modules/catalogue/image-queries.ts";
import {
  findOpenImport,
  listProductsToExport,
  listReferenced,
} from "../../workers/modules/catalogue/imports/queries.ts";
import { getMerchantCard } from "../../workers/modules/catalogue/marketplace/merchant-card.ts";
import {
  countMatches,
  type Filters,
  listByNumber,
  listCells,
  listPlaces,
  listSimilarNumbers,
  rankMatches,
} from "../../workers/modules/catalogue/marketplace/queries.ts";
import {
  getProductQuota,
  isVerifiedHost,
  listHosts,
  listLandingUrls,
  listMerchantNames,
  listOwnProducts,
  listVerifiedHosts,
} from "../../workers/modules/catalogue/queries.ts";
import { listDueWords } from "../../workers/modules/catalogue/search-index-queries.ts";
import { listProductStats } from "../../workers/modules/catalogue/stats-queries.ts";
import {
  getForecastOfInfluencer,
  getForecastOfMerchant,
  listCommissions,
} from "../../workers/modules/commissions/queries.ts";
import { getOrderCounts, listConversions, listEvents, listNames } from "../../workers/modules/conversions/queries.ts";
import { countProductFiles, listProductPages } from "../../workers/modules/docs/sitemap/queries.ts";
import { listPhoneFacts, listProgrammeFacts } from "../../workers/modules/fraud/influencer-facts.ts";
import { listLinkFacts } from "../../workers/modules/fraud/link-facts.ts";
import { listSamePeople, readMarks } from "../../workers/modules/fraud/marks.ts";
import { listContestedOrders, listOrderFacts } from "../../workers/modules/fraud/order-facts.ts";
import {
  getCase,
  listCaseEvents,
  listHeldCommissionIds,
  listHits,
  listKnown,
  listNamedLate,
  listOthers,
  listOwnCases,
  listQueue,
  listToBar,
  listToGiveBack,
  listWatchedLinks,
} from "../../workers/modules/fraud/queries.ts";
import { listLedgerEntries } from "../../workers/modules/ledger/queries.ts";
import { listDueMailIds } from "../../workers/modules/mail/queries.ts";
import { getCacheReport, listAddressRules, listLivingRules } from "../../workers/modules/operations/queries.ts";
import { listDueWork, listOpenWorkIds } from "../../workers/modules/outbox/queries.ts";
import { listAccountNumbers } from "../../workers/modules/social/queries.ts";
import {
  findClaimedLink,
  getClaim,
  getPair,
  listClaims,
  listEvidence,
  listLapsedClaims,
  listOldEvidence,
} from "../../workers/modules/tracking/claims/queries.ts";
import {
  findConnector,
  listConnectors,
  listDueConnectors,
  listLastDeliveries,
  listUnknownLabels,
} from "../../workers/modules/tracking/connectors/queries.ts";
import {
  findDelivery,
  findOrderIdByTracking,
  findOwnCode,
  findWaiting,
  isConnector,
  listDueInboundIds,
  listKnownKeys,
  listUnknownSince,
} from "../../workers/modules/tracking/inbound/queries.ts";
import {
  listOrdersByIds,
  listOrdersByParcels,
  listTouchesOfOrders,
} from "../../workers/modules/tracking/order-imports/queries.ts";
import { getIntake } from "../../workers/modules/tracking/queries.ts";
import { listDueOrders, listMerchantsToRemind } from "../../workers/modules/tracking/reminders/queries.ts";
import { getSnippetState, getTouches } from "../../workers/modules/tracking/touches/queries.ts";
import { findUserByEmail, listNotifications, listUsers } from "../../workers/modules/users/queries.ts";
import { listListeners } from "../../workers/modules/webhooks/listeners.ts";
import {
  findSending,
  listDueDeliveryIds,
  listEndpoints,
  listHeldIds,
  selectDeliveries,
} from "../../workers/modules/webhooks/queries.ts";
import type { Context } from "../../workers/platform/context.ts";
import { contextOf } from "../support/world.ts";

const user = (role: Role): Actor => ({
  role,
  id: `usr_${role}`,
  locale: "fr",
  adminScopes: role === "admin" ? ["owner"] : [],
  via: { kind: "key", keyId: "k", scopes: [] },
});
const page = { limit: 50, cursor: "zzz" };
const everyFilter: Filters = {
  match: '"djellaba"*',
  categoryIds: ["c"],
  kind: "product",
  minRateBps: 1,
  maxPriceMinor: 1,
  merchantId: "m",
  city: "Rabat",
};
const after = { value: 1, number: 1 };
const PARTIES = { productId: "p", influencerId: "i", merchantId: "m" };
const ORDER_FILTERS: readonly ConversionFilters[] = [
  { stage: "to_ship" },
  { status: "shipped" },
  { payment: "cod", by: "click" },
  { influencerId: "usr_x" },
  { linkId: "lnk_x" },
  { productId: "prd_x", city: "Rabat", courier: "Amana" },
  { from: "2026-11-01T00:00:00Z", to: "2026-11-30T00:00:00Z" },
  { overdue: "true" },
  { q: "100" },
];
// Asks SQLite how it would answer every statement the query prepares.
async function planOf(query: (ctx: Context) => Promise<unknown>, actor: Actor): Promise<string> {
  const plans: string[] = [];
  const seen: string[] = [];
  const d1 = new Proxy(env.CORE_DB, {
    get: (target, key) => {
      if (key !== "prepare") return Reflect.get(target, key).bind(target);
      return (text: string) => {
        seen.push(text);
        return target.prepare(text);
      };
    },
  });
  await query({ ...contextOf(actor), db: openCoreDb(d1) });
  for (const text of seen) {
    const { results } = await env.CORE_DB.prepare(`EXPLAIN QUERY PLAN ${text}`)
      .bind(...parametersOf(text))
      .all<{ detail: string }>();
    plans.push(...results.map(({ detail }) => detail));
  }
  return plans.join("\n");
}

// json_each is a table made of one parameter, M a match of words; an index of what is due is read from its start; views and materialised parts carry their own names.
const FULL_SCAN =
  /^SCAN (?!json_each|value|mark|VIRTUAL|CONSTANT|e\b|m$|\w+ VIRTUAL TABLE INDEX (?:1:$|\d+:M)|l USING INDEX product_listings_without_words|terms\b|due\b|fraud_watched_links USING COVERING INDEX|\(subquery|a VIRTUAL)/m;

describe("no list reads a table from end to end", () => {
  const merchant = user("merchant");
  const influencer = user("influencer");
  const owner = user("admin");
  it.each<[string, (ctx: Context) => Promise<unknown>, Actor]>([
    ["a merchant's conversions", (ctx) => listConversions(ctx, page), merchant],
    ["an influencer's conversions", (ctx) => listConversions(ctx, page), influencer],
    ...ORDER_FILTERS.flatMap((filter): [string, (ctx: Context) => Promise<unknown>, Actor][] => {
      const query = { limit: 50, cursor: "zzz", ...filter };
      const name = Object.keys(filter).join(" and ");
      return [
        [`a merchant's orders by ${name}`, (ctx) => listConversions(ctx, query), merchant],
        [`an influencer's orders by ${name}`, (ctx) => listConversions(ctx, query), influencer],
      ];
    }),
    ["what a merchant's orders wait for", (ctx) => getOrderCounts(ctx), merchant],
    ["names of orders", (ctx) => listNames(ctx, ["cnv_x"]), merchant],
    ["merchants to remind", (ctx) => listMerchantsToRemind(ctx, Date.now(), 100), merchant],
    ["orders due for a reminder", (ctx) => listDueOrders(ctx, ["usr_x"], Date.now()), merchant],
    ["events of a conversion", (ctx) => Promise.resolve(listEvents(ctx, "cnv_x")), merchant],
    ["a merchant's commissions", (ctx) => listCommissions(ctx, page), merchant],
    ["an influencer's commissions", (ctx) => listCommissions(ctx, page), influencer],
    ["an influencer's commissions of a state", (ctx) => listCommissions(ctx, { ...page, state: "earned" }), influencer],
    ["a merchant's forecast", (ctx) => getForecastOfMerchant(ctx, "usr_x"), merchant],
    ["an influencer's forecast", (ctx) => getForecastOfInfluencer(ctx, "usr_x"), influencer],
    ["a merchant's ledger", (ctx) => listLedgerEntries(ctx, { limit: 50, cursor: "99" }), merchant],
    ["an influencer's ledger", (ctx) => listLedgerEntries(ctx, { limit: 50, cursor: "99" }), influencer],
    ["pictures of products", (ctx) => listImages(ctx, ["prd_x"]), merchant],
    ["a picture of the same content", (ctx) => findImageByContent(ctx, "prd_x", "0"), merchant],
    ["products of a file", (ctx) => listReferenced(ctx, "usr_x", ["A1", "prd_x"]), merchant],
    ["a file cut off", (ctx) => findOpenImport(ctx, "usr_x", "0"), merchant],
    ["products to export", (ctx) => listProductsToExport(ctx, "usr_x", ""), merchant],
    ["an influencer's links", (ctx) => listLinks(ctx, page), influencer],
    ["a merchant's links", (ctx) => listLinks(ctx, page), merchant],
    ["a merchant's first links", (ctx) => listLinks(ctx, { limit: 50 }), merchant],
    [
      "an influencer's links of a folder, product, tag and word",
      (ctx) => listLinks(ctx, { limit: 50, folder: "f", productId: "p", tag: "t", q: "w" }),
      influencer,
    ],
    ["an influencer's folders", (ctx) => listFolders(ctx), influencer],
    ["whether a slug is taken", (ctx) => isSlugTaken(ctx, "s"), influencer],
    ["products a link may be made for", (ctx) => listLinkableProducts(ctx, "usr_x", ["p"]), influencer],
    ["a code of the merchant's", (ctx) => getCoupon(ctx, "cpn_x").catch(() => undefined), merchant],
    ["links that stand or fall with a user", (ctx) => listLinksOfParty(ctx, "usr_x"), owner],
    ["an influencer's requests", (ctx) => listRequests(ctx, page), influencer],
    ["an influencer's requests of a state", (ctx) => listRequests(ctx, { ...page, state: "pending" }), influencer],
    ["an influencer's claims", (ctx) => listClaims(ctx, page), influencer],
    [
      "a merchant's claims of a state and kind",
      (ctx) => listClaims(ctx, { ...page, state: "open", kind: "return" }),
      merchant,
    ],
    ["everybody's claims", (ctx) => listClaims(ctx, page), owner],
    ["everybody's contested claims", (ctx) => listClaims(ctx, { ...page, state: "contested" }), owner],
    ["a claim", (ctx) => getClaim(ctx, "clm_x").catch(() => undefined), merchant],
    ["claims past their day", (ctx) => listLapsedClaims(ctx, "return", 50), owner],
    ["evidence of claims", (ctx) => listEvidence(ctx, ["clm_x"]), merchant],
    ["evidence that is old", (ctx) => listOldEvidence(ctx, 1, 100), owner],
    ["the two sides of a claim", (ctx) => getPair(ctx, "m", "i").catch(() => undefined), merchant],
    ["the link of a claim", (ctx) => findClaimedLink(ctx, "lnk_x"), influencer],
    ["a merchant's inbox", (ctx) => listRequests(ctx, { limit: 50, cursor: "1~req_x" }), merchant],
    ["a merchant's first requests", (ctx) => listRequests(ctx, { limit: 50 }), merchant],
    ["a merchant's requests of a state", (ctx) => listRequests(ctx, { ...page, state: "approved" }), merchant],
    ["a merchant's requests for a product", (ctx) => listRequests(ctx, { limit: 50, productId: "p" }), merchant],
    ["requests past their end", (ctx) => listLapsedRequests(ctx, 500), merchant],
    ["what is open between two", (ctx) => listOpenRequests(ctx, "usr_m", "usr_i"), merchant],
    ["links of requests", (ctx) => listLinksOfRequests(ctx, ["req_x"]), merchant],
    ["the parties of a request", (ctx) => findParties(ctx, { productId: "p", influencerId: "i" }), influencer],
    ["what stands in a request's way", (ctx) => getStanding(ctx, PARTIES), influencer],
    ["influencers", (ctx) => listInfluencerIds(ctx, { limit: 50 }), merchant],
    [
      "influencers by name, network and followers",
      (ctx) => listInfluencerIds(ctx, { ...page, q: "sara", provider: "tiktok", minFollowers: 10 }),
      merchant,
    ],
    ["orders of influencers", (ctx) => listOrderResults(ctx, ["usr_x"], "usr_m"), merchant],
    ["social numbers of influencers", (ctx) => listAccountNumbers(ctx, ["usr_x"]), merchant],
    ["a user's notifications", (ctx) => listNotifications(ctx, page), influencer],
    ["a user's open sessions", (ctx) => listOpenSessions(ctx, "usr_x"), influencer],
    ["a user's keys", (ctx) => listApiKeys(ctx), merchant],
    ["the user of an e-mail", (ctx) => findUserByEmail(ctx, "a@example.ma"), influencer],
    ["accounts of a role", (ctx) => listUsers(ctx, { limit: 50, role: "merchant" }), owner],
    ["work due in the outbox", (ctx) => Promise.resolve(listDueWork(ctx, 10)), merchant],
    ["mails due", (ctx) => listDueMailIds(ctx, 10), merchant],
    ["open work of a subject", (ctx) => listOpenWorkIds(ctx, "commission.due", ["cnv_x"]), merchant],
    ["a user's endpoints", (ctx) => listEndpoints(ctx), merchant],
    ["endpoints that news concerns", (ctx) => listListeners(ctx, ["cnv_x"]), owner],
    ["what was sent to an endpoint", (ctx) => selectDeliveries(ctx, "whe_x", page), merchant],
    ["what failed of it", (ctx) => selectDeliveries(ctx, "whe_x", { ...page, state: "failed" }), merchant],
    ["webhooks due", (ctx) => listDueDeliveryIds(ctx, 10), owner],
    ["webhooks held", (ctx) => listHeldIds(ctx, "whe_x", 10), merchant],
    ["a webhook with where it goes", (ctx) => findSending(ctx, "whd_x"), owner],
    ["address rules", (ctx) => listAddressRules(ctx, page), owner],
    ["address rules in force", (ctx) => listLivingRules(ctx), owner],
    ["the cache's counts of a week", (ctx) => getCacheReport(ctx), owner],
    ...(["newest", "rate", "price", "epc"] as const).flatMap(
      (sort): [string, (ctx: Context) => Promise<unknown>, Actor][] => [
        [`the marketplace by ${sort}`, (ctx) => listPlaces(ctx, {}, { sort, after: undefined, limit: 51 }), influencer],
        [
          `the marketplace by ${sort}, filtered and continued`,
          (ctx) => listPlaces(ctx, everyFilter, { sort, after, limit: 51 }),
          influencer,
        ],
      ],
    ),
    ["the marketplace by relevance", (ctx) => rankMatches(ctx, everyFilter), influencer],
    ["matches counted", (ctx) => countMatches(ctx, everyFilter), influencer],
    ["matches counted without words", (ctx) => countMatches(ctx, { minRateBps: 1 }), influencer],
    ["facets of a search", (ctx) => listCells(ctx, everyFilter, 1_000), influencer],
    ["facets of the newest", (ctx) => listCells(ctx, { maxPriceMinor: 1 }, 1_000), influencer],
    ["products of a page", (ctx) => listByNumber(ctx, [1]), influencer],
    ["products like one", (ctx) => listSimilarNumbers(ctx, { id: "p", categoryId: "c" }, 6), influencer],
    ["a merchant's own products", (ctx) => listOwnProducts(ctx, { ...page, q: "a", state: "active" }), merchant],
    ["how many products a plan allows", (ctx) => getProductQuota(ctx, "usr_x"), merchant],
    ["a merchant's sites", (ctx) => listHosts(ctx), merchant],
    ["a merchant's verified sites", (ctx) => listVerifiedHosts(ctx, "usr_x"), merchant],
    ["whose site a page is of", (ctx) => isVerifiedHost(ctx, "www.boutique.ma"), merchant],
    ["the fraud queue", (ctx) => listQueue(ctx, { ...page, state: "open", sort: "oldest" }), owner],
    ["the fraud queue by score", (ctx) => listQueue(ctx, { limit: 50, state: "open", sort: "score" }), owner],
    ["an influencer's checks", (ctx) => listOwnCases(ctx, page), influencer],
    ["checks of a merchant's orders", (ctx) => listOwnCases(ctx, page), merchant],
    ["a fraud case", (ctx) => getCase(ctx, "frd_x").catch(() => {}), owner],
    ["other cases of an influencer", (ctx) => Promise.resolve(listOthers(ctx, { influencerId: "u", id: "f" })), owner],
    ["what is known of subjects", (ctx) => listKnown(ctx, ["cnv_x"]), owner],
    ["what was noticed in cases", (ctx) => Promise.resolve(listHits(ctx, ["frd_x"])), owner],
    ["what happened to a case", (ctx) => Promise.resolve(listCaseEvents(ctx, "frd_x")), owner],
    ["held commissions", (ctx) => listHeldCommissionIds(ctx, ["com_x"]), influencer],
    ["commissions to bar", (ctx) => listToBar(ctx, "frd_x"), owner],
    ["commissions to give back", (ctx) => listToGiveBack(ctx, "frd_x"), owner],
    ["commissions of orders with a case", (ctx) => listNamedLate(ctx, ["cnv_x"]), owner],
    ["links to look at", (ctx) => listWatchedLinks(ctx, 10), owner],
    ["what orders tell", (ctx) => listOrderFacts(ctx, ["cnv_x"], 24), owner],
    ["orders that several links claim", (ctx) => listContestedOrders(ctx, ["cnv_x"]), owner],
    ["what links tell", (ctx) => listLinkFacts(ctx, ["lnk_x"], new Map()), owner],
    ["what programmes tell", (ctx) => listProgrammeFacts(ctx, ["prd_x"], 1, 1), owner],
    ["what phones tell", (ctx) => listPhoneFacts(ctx, ["usr_x"], 1), owner],
    ["accounts of one person", (ctx) => listSamePeople(ctx, [{ userId: "u", kind: "phone", mark: "m" }]), owner],
    ["marks of accounts", (ctx) => readMarks(ctx, ["usr_x"]), owner],
    ["touches of an order", (ctx) => getTouches(ctx, "usr_x", "o", 1), merchant],
    ["orders of a file", (ctx) => listOrdersByIds(ctx, "usr_x", ["1"]), merchant],
    ["orders of a courier's file", (ctx) => listOrdersByParcels(ctx, "usr_x", ["EE1"]), merchant],
    ["touches of a file's orders", (ctx) => listTouchesOfOrders(ctx, "usr_x", ["1"]), merchant],
    ["the last touch of a shop", (ctx) => getSnippetState(ctx), merchant],
    ["landing pages of a merchant's products", (ctx) => listLandingUrls(ctx, "usr_x"), merchant],
    ["names of merchants", (ctx) => listMerchantNames(ctx, ["usr_x"]), influencer],
    ["links of changed products", (ctx) => listLinksOfProducts(ctx, ["p"], { after: 1, limit: 300 }), owner],
    ["slugs of changed links", (ctx) => listSlugs(ctx, ["lnk_x"]), owner],
    ["whose feeds are watched", (ctx) => listWatchers(ctx), owner],
    ["whose links were clicked", (ctx) => listLinkParties(ctx, [1]), owner],
    ["orders told live", (ctx) => listLiveOrders(ctx, ["cnv_x"]), owner],
    ["commissions told live", (ctx) => listLiveCommissions(ctx, ["com_x"]), owner],
    ["a merchant's card", (ctx) => getMerchantCard(ctx, "m").catch(() => {}), influencer],
    ["words due", (ctx) => listDueWords(ctx, 20), owner],
    ["figures of products", (ctx) => listProductStats(ctx, ["p"]), influencer],
    ["products with links", (ctx) => listLinkedProductIds(ctx, "p", 250), owner],
    ["what became of products' orders", (ctx) => listProductCounts(ctx, ["p"], 1), owner],
    ["files of the site map", (ctx) => countProductFiles(ctx), influencer],
    ["a file of the site map", (ctx) => listProductPages(ctx, 0), influencer],
    ["a merchant's connectors", (ctx) => listConnectors(ctx), merchant],
    ["a connector", (ctx) => findConnector(ctx, "con_x"), owner],
    ["whether there is a connector", (ctx) => isConnector(ctx, "con_01kaqhf3m8f3v8zc0m5n6p7q8r"), owner],
    ["shops to be asked", (ctx) => listDueConnectors(ctx, 20), owner],
    ["labels no table knows", (ctx) => Promise.resolve(listUnknownLabels(ctx, ["con_x"])), merchant],
    ["when connectors last brought something", (ctx) => listLastDeliveries(ctx, ["con_x"]), merchant],
    ["a delivery of a connector", (ctx) => findDelivery(ctx, "con_x", "id:1"), owner],
    ["a delivery that waits", (ctx) => findWaiting(ctx, "inb_x"), owner],
    ["what came in and is due", (ctx) => listDueInboundIds(ctx, 10), owner],
    ["deliveries known already", (ctx) => listKnownKeys(ctx, "con_x", ["poll:1"]), owner],
    ["labels to be taken up again", (ctx) => Promise.resolve(listUnknownSince(ctx, "con_x", 1, 200)), merchant],
    ["the order of a parcel", (ctx) => findOrderIdByTracking(ctx, "usr_m", "MA1"), merchant],
    ["which code is the merchant's", (ctx) => findOwnCode(ctx, "usr_m", new Map([["A", "a"]])), merchant],
    [
      "order intake",
      (ctx) => getIntake(ctx, { merchantId: "m", orderId: "o", linkNumber: 1, couponCode: "C" }),
      merchant,
    ],
  ])("%s", async (_name, query, actor) => {
    const plan = await planOf(query, actor);
    expect(plan).toMatch(/SEARCH|SCAN/);
    expect(plan).not.toMatch(FULL_SCAN);
  });
});

// As many values as the statement has parameters, numbered (?1) or not.
function parametersOf(text: string): number[] {
  const numbered = [...text.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number));
  const count = numbered.length > 0 ? Math.max(...numbered) : (text.match(/\?/g) ?? []).length;
  return Array.from({ length: count }, () => 1);
}
