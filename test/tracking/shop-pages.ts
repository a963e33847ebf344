import { env } from "cloudflare:workers";
import { mintClickToken } from "../../workers/core/click-token.ts";
import { sha256Hex } from "../../workers/core/digest.ts";
import { type Programme, systemContext } from "../support/world.ts";

/** A publishable key of the merchant, as a shop's page holds it. */
export async function addPublishableKey(merchantId: string): Promise<string> {
  const ctx = systemContext();
  const id = ctx.newId("key");
  const key = `pk_${id}${"p".repeat(8)}`;
  await env.CORE_DB.prepare(
    "INSERT INTO api_keys (id, user_id, name, prefix, last_four, key_hash, scopes, created_at, last_used_at) VALUES (?, ?, 'page', 'pk_', ?, ?, '[]', ?, ?)",
  )
    .bind(id, merchantId, key.slice(-4), await sha256Hex(key), ctx.now(), ctx.now())
    .run();
  return key;
}

/** A second influencer's link to the programme's product, and a token of a click on it. */
export async function addRivalLink(programme: Programme): Promise<{ linkId: string; token: string }> {
  const ctx = systemContext();
  const [influencerId, requestId, linkId] = [ctx.newId("usr"), ctx.newId("req"), ctx.newId("lnk")];
  const now = ctx.now() - 60_000;
  const db = env.CORE_DB;
  await db.batch([
    db
      .prepare(
        "INSERT INTO users (id, role, email, display_name, scopes, created_at) VALUES (?, 'influencer', ?, 'Rivale', '[]', ?)",
      )
      .bind(influencerId, `${influencerId}@example.ma`, now),
    db
      .prepare(
        "INSERT INTO affiliate_requests (id, product_id, influencer_id, state, created_at, decided_at) VALUES (?, ?, ?, 'approved', ?, ?)",
      )
      .bind(requestId, programme.productId, influencerId, now, now),
    db
      .prepare(
        "INSERT INTO affiliate_links (id, slug, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .bind(
        linkId,
        linkId,
        requestId,
        programme.productId,
        influencerId,
        programme.merchant.id,
        `https://${programme.host}/djellaba`,
        now,
        now,
      ),
  ]);
  const number = Number(
    await db.prepare("SELECT number FROM affiliate_links WHERE id = ?").bind(linkId).first("number"),
  );
  return { linkId, token: mintClickToken((await ctx.secrets()).clickKeys, number, now, ctx.random(6)) };
}
