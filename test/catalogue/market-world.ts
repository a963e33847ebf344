import { env } from "cloudflare:workers";
import type { ProductPage } from "../../schemas/products.ts";
import { indexDueProducts } from "../../workers/modules/catalogue/index-due-products.ts";
import { addUser, call, systemContext, type TestUser } from "../support/world.ts";

export interface Offer {
  readonly fr?: string;
  readonly en?: string;
  readonly ar?: string;
  readonly about?: string;
  readonly priceMinor?: number;
  readonly rateBps?: number;
  readonly flatMinor?: number;
  readonly categoryId?: string;
  readonly cities?: readonly string[];
  readonly kind?: "product" | "service";
  readonly state?: "active" | "paused" | "archived";
}

export const FASHION = "cat_01kay000000000000000000001";
export const DJELLABAS = "cat_01kay000000000000000000002";
export const BABOUCHES = "cat_01kay000000000000000000003";
export const SPICES = "cat_01kay000000000000000000020";

/** A merchant who may list as many products as a test likes. */
export async function addMerchant(displayName = "Maison d'essai"): Promise<TestUser> {
  const merchant = await addUser("merchant");
  await env.CORE_DB.batch([
    env.CORE_DB.prepare("UPDATE users SET display_name = ? WHERE id = ?").bind(displayName, merchant.id),
    env.CORE_DB.prepare(
      "INSERT INTO user_quotas (user_id, quota, max_count, updated_at) VALUES (?, 'products', NULL, 0)",
    ).bind(merchant.id),
  ]);
  return merchant;
}

/** Puts the offers on the market, their words in the index; answers their ids in the order given. */
export async function list(merchant: TestUser, offers: readonly Offer[]): Promise<string[]> {
  const ctx = systemContext();
  const ids = offers.map(() => ctx.newId("prd"));
  await env.CORE_DB.batch(offers.map((offer, index) => insert(merchant.id, ids[index] ?? "", offer, ctx.now())));
  await indexDueProducts(ctx);
  return ids;
}

function insert(merchantId: string, id: string, offer: Offer, now: number): D1PreparedStatement {
  const state = offer.state ?? "active";
  const isFlat = offer.flatMinor !== undefined;
  return env.CORE_DB.prepare(
    `INSERT INTO products (id, merchant_id, kind, title_fr, title_en, title_ar, description_fr, price_minor, commission_type,
      commission_rate_bps, commission_amount_minor, category_id, cities, landing_url, state, ended_at, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'https://shop.example/p', ?, ?, ?, ?)`,
  ).bind(
    id,
    merchantId,
    offer.kind ?? "product",
    offer.fr ?? "Produit",
    offer.en ?? null,
    offer.ar ?? null,
    offer.about ?? "",
    offer.priceMinor ?? 10_000,
    isFlat ? "flat" : "rate",
    isFlat ? null : (offer.rateBps ?? 1_000),
    offer.flatMinor ?? null,
    offer.categoryId ?? DJELLABAS,
    JSON.stringify(offer.cities ?? []),
    state,
    state === "active" ? null : now,
    now,
    now,
  );
}

let nonce = 1_000_000_000;

/** One page of the marketplace, read anew: a price that excludes nothing makes each question one of its own. */
export async function search(parameters: Readonly<Record<string, string | number>>): Promise<ProductPage> {
  const query = new URLSearchParams({ maxPriceMinor: String(nonce++) });
  for (const [name, value] of Object.entries(parameters)) query.set(name, String(value));
  const { status, body } = await call<ProductPage>("GET", `/api/products?${query}`);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

export const foundBy = async (parameters: Readonly<Record<string, string | number>>) =>
  (await search(parameters)).data.map(({ id }) => id);
