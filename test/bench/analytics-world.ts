import { sha256Hex } from "../../workers/core/digest.ts";
import type { BenchServer } from "./bench-server.ts";

const DAY_MS = 86_400_000;
const DAYS = 64;

/** Whose overview is asked for: a merchant with one influencer, and links on which each day brings as many clicks. */
export interface Size {
  readonly name: string;
  readonly links: number;
  readonly clicksPerLinkAndDay: number;
  /** One order for so many clicks. */
  readonly clicksPerOrder: number;
}

export const clicksOf = ({ links, clicksPerLinkAndDay }: Size) => links * DAYS * clicksPerLinkAndDay;

export interface MeasuredOwner {
  readonly apiKey: string;
  readonly firstLink: number;
}

/** Makes the merchant with everything that recording the clicks and orders would have written. */
export async function fillOwner({ env }: BenchServer, size: Size): Promise<MeasuredOwner> {
  const [today, apiKey] = [Math.floor(Date.now() / DAY_MS), `sk_test_${size.name}${"k".repeat(40)}`];
  const owner = await addOwner(env.CORE_DB, size, apiKey);
  await addClicks(env.CLICKS_DB, size, owner, today - DAYS + 1);
  await addOrders(env.CORE_DB, size, owner, (today - DAYS + 1) * DAY_MS);
  return { apiKey, firstLink: owner.firstLink };
}

interface Owner {
  readonly merchantId: string;
  readonly influencerId: string;
  readonly firstLink: number;
}

async function addOwner(db: D1Database, { name, links }: Size, apiKey: string): Promise<Owner> {
  const [merchantId, influencerId, product, now] = [`usr_m_${name}`, `usr_i_${name}`, `prd_${name}`, Date.now()];
  const run = (query: string, ...values: unknown[]) => db.prepare(query).bind(...values);
  const user =
    "INSERT INTO users (id, role, email, display_name, scopes, created_at) VALUES (?1, ?2, ?1 || '@example.ma', ?1, '[]', ?3)";
  await db.batch([
    run(user, merchantId, "merchant", now),
    run(user, influencerId, "influencer", now),
    run(
      `INSERT INTO api_keys (id, user_id, name, prefix, last_four, key_hash, scopes, created_at, last_used_at)
        VALUES ('key_' || ?1, ?1, 'bench', 'sk_test_', 'kkkk', ?2, '["analytics:read"]', ?3, ?3)`,
      merchantId,
      await sha256Hex(apiKey),
      now,
    ),
    run(
      `INSERT INTO products (id, merchant_id, title_fr, title_ar, price_minor, commission_type, commission_rate_bps, category_id,
          landing_url, created_at, updated_at)
        VALUES (?1, ?2, 'Djellaba', 'جلابة', 45000, 'rate', 1500, (SELECT id FROM categories LIMIT 1), 'https://bench.ma/', ?3, ?3)`,
      product,
      merchantId,
      now,
    ),
    run(
      "INSERT INTO affiliate_requests (id, product_id, influencer_id, state, created_at, decided_at) VALUES (?1, ?2, ?3, 'approved', ?4, ?4)",
      `req_${name}`,
      product,
      influencerId,
      now,
    ),
    run(
      // Far from the numbers that the ingestion's clicks name.
      `WITH RECURSIVE link(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM link WHERE n < ?5),
          free(number) AS MATERIALIZED (SELECT 1000 + max(number) FROM affiliate_links)
        INSERT INTO affiliate_links (id, number, slug, request_id, product_id, influencer_id, merchant_id, target_url, created_at, updated_at)
        SELECT 'lnk_' || ?1 || n, free.number + n, ?1 || '-' || n, 'req_' || ?1, ?2, ?3, ?4, 'https://bench.ma/', ?6, ?6
        FROM link CROSS JOIN free`,
      name,
      product,
      influencerId,
      merchantId,
      links,
      now,
    ),
  ]);
  const first = await run("SELECT min(number) AS number FROM affiliate_links WHERE merchant_id = ?1", merchantId).first(
    "number",
  );
  return { merchantId, influencerId, firstLink: Number(first) };
}

const LINKS_PER_STATEMENT = 25;
// Of ten clicks nine are people's; the clicks of a day are evenly apart. D1 binds every number as a float: none is divided here.
const NUMBERS = `WITH RECURSIVE
  size(per_day) AS (SELECT CAST(?4 AS INTEGER)),
  link(number) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT number + 1 FROM link WHERE number < ?2),
  day(number) AS (SELECT CAST(?3 AS INTEGER) UNION ALL SELECT number + 1 FROM day WHERE number < ?3 + ${DAYS - 1}),
  click(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM click WHERE n < ?4 - 1),
  hour(number, human, bot) AS MATERIALIZED (
    SELECT n * 24 / per_day, sum(n % 10 > 0), sum(n % 10 = 0) FROM click CROSS JOIN size GROUP BY 1)`;
const FILLED = [
  `INSERT INTO tracking_events (link_number, clicked_at, nonce, visitor, class, reason, device, source, country, city, referrer)
    SELECT link.number, day.number * ${DAY_MS} + n * ${DAY_MS} / per_day, n, n * 1125899906842 % 281474976710656,
      iif(n % 10 > 0, 'human', 'bot'), iif(n % 10 > 0, NULL, 'agent.bot'), 'android', 'instagram', 'MA', 'Casablanca', 'l.instagram.com'
    FROM size CROSS JOIN link CROSS JOIN day CROSS JOIN click`,
  `INSERT INTO click_stats_hourly (link_number, hour, human, bot)
    SELECT link.number, day.number * 24 + hour.number, human, bot FROM link CROSS JOIN day CROSS JOIN hour`,
  `INSERT INTO click_stats_daily (link_number, day, human, bot, visitors)
    SELECT link.number, day.number, sum(human), sum(bot), sum(human) FROM link CROSS JOIN day CROSS JOIN hour GROUP BY 1, 2`,
  `INSERT INTO click_breakdowns (link_number, day, counts)
    SELECT link.number, day.number, json_array(json_array('country', 'MA', sum(human), sum(bot)),
      json_array('city', 'Casablanca', sum(human), sum(bot)), json_array('device', 'android', sum(human), sum(bot)),
      json_array('source', 'instagram', sum(human), sum(bot)), json_array('referrer', 'l.instagram.com', sum(human), sum(bot)))
    FROM link CROSS JOIN day CROSS JOIN hour GROUP BY 1, 2`,
];

async function addClicks(db: D1Database, size: Size, owner: Owner, firstDay: number): Promise<void> {
  const end = owner.firstLink + size.links;
  for (let first = owner.firstLink; first < end; first += LINKS_PER_STATEMENT) {
    const last = Math.min(first + LINKS_PER_STATEMENT, end) - 1;
    const bind = (query: string) =>
      db.prepare(`${NUMBERS} ${query}`).bind(first, last, firstDay, size.clicksPerLinkAndDay);
    // The last one makes the owner's counters: a trigger adds to them all that was counted of the links.
    const owners = `WITH RECURSIVE link(number) AS (SELECT ?1 UNION ALL SELECT number + 1 FROM link WHERE number < ?2)
      INSERT INTO link_owners (link_number, owner_id) SELECT number, value FROM link CROSS JOIN json_each(?3)`;
    const named = db.prepare(owners).bind(first, last, JSON.stringify([owner.merchantId, owner.influencerId]));
    await db.batch([...FILLED.map(bind), named]);
  }
}

const ORDERS_PER_STATEMENT = 10_000;

// Orders and commissions as rows; their counters are kept by the same triggers that keep everybody's.
async function addOrders(db: D1Database, size: Size, owner: Owner, startMs: number): Promise<void> {
  const orders = Math.max(1, Math.floor(clicksOf(size) / size.clicksPerOrder));
  for (let first = 0; first < orders; first += ORDERS_PER_STATEMENT) {
    const last = Math.min(first + ORDERS_PER_STATEMENT, orders) - 1;
    const numbered = "WITH RECURSIVE o(n) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT n + 1 FROM o WHERE n < ?2)";
    const values = [first, last, size.name, owner.merchantId, owner.influencerId];
    await db.batch([
      db
        .prepare(
          `${numbered} INSERT INTO conversions (id, merchant_id, order_id, status, furthest, payment, amount_minor, currency,
              base_minor, collected_at, ordered_at, attributed_by, attribution_reason, link_id, influencer_id, product_id, rule,
              plan, fee_bps, city, created_at, updated_at)
            SELECT printf('cnv_%s_%08d', ?3, n), ?4, 'o-' || n, iif(n % 4 > 0, 'collected', 'returned'),
              iif(n % 4 > 0, 'collected', 'shipped'), 'cod', 45000, 'MAD', 45000, iif(n % 4 > 0, ?6, NULL),
              ?6 + n * 7919 % ${DAYS * 24} * 3600000, 'click', 'click', 'lnk_' || ?3 || (1 + n % CAST(?7 AS INTEGER)), ?5, 'prd_' || ?3, '{}', 'FREE',
              500, iif(n % 3 > 0, 'Casablanca', 'Fès'), ?6, ?6 FROM o`,
        )
        .bind(...values, startMs, size.links),
      db
        .prepare(
          `${numbered} INSERT INTO commissions (id, conversion_id, link_id, influencer_id, merchant_id, state, original_minor,
              original_fee_minor, amount_minor, fee_minor, vat_bps, vat_minor, created_at, updated_at)
            SELECT printf('com_%s_%08d', ?3, n), printf('cnv_%s_%08d', ?3, n), 'lnk_' || ?3 || (1 + n % CAST(?7 AS INTEGER)), ?5, ?4, 'forecast', 6750, 0,
              6750, 0, 2000, 0, ?6, ?6 FROM o`,
        )
        .bind(...values, startMs, size.links),
    ]);
  }
}
