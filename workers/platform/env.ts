import type {
  ClicksMessage,
  CommissionDue,
  InboundDue,
  LinksDue,
  MailDue,
  NewsDue,
  WebhookDue,
} from "../../schemas/events.ts";
import type { LiveFeed } from "../durable/live-feed.ts";
import type { RateLimiter } from "../durable/rate-limiter.ts";

/** Bindings, variables and secrets of the platform Worker, as wrangler.toml and .dev.vars.example name them. */
export interface Env {
  readonly ASSETS: Fetcher;
  readonly LINKS: Fetcher;
  readonly CORE_DB: D1Database;
  readonly CLICKS_DB: D1Database;
  readonly LINKS_KV: KVNamespace;
  readonly FILES: R2Bucket;
  readonly CLICKS_QUEUE: Queue<ClicksMessage>;
  readonly COMMISSIONS_QUEUE: Queue<CommissionDue>;
  readonly ENVIRONMENT: string;
  readonly APP_VERSION: string;
  readonly APP_URL: string;
  readonly LINKS_URL: string;
  /** Where TXT records are looked up, or `local`; absent is Cloudflare. */
  readonly DNS_RESOLVER_URL?: string;
  readonly CLICK_KEYS: string;
  readonly HASH_KEY: string;
  readonly ENCRYPTION_KEYS: string;
  readonly JWT_SECRET: string;
  readonly LINKS_QUEUE: Queue<LinksDue>;
  readonly MAIL_QUEUE: Queue<MailDue>;
  readonly NEWS_QUEUE: Queue<NewsDue>;
  readonly INBOUND_QUEUE: Queue<InboundDue>;
  readonly WEBHOOKS_QUEUE: Queue<WebhookDue>;
  readonly RATE_LIMITER: DurableObjectNamespace<RateLimiter>;
  readonly LIVE_FEED: DurableObjectNamespace<LiveFeed>;
  /** Cloudflare's own mail binding; production only. */
  readonly SEND_EMAIL?: SendEmail;
}
