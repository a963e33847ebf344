import type { ClicksMessage } from "../../schemas/events.ts";

/** Bindings, variables and secrets of the links Worker, as its wrangler.toml and .dev.vars.example name them. */
export interface LinksEnv {
  readonly CORE_DB: D1Database;
  readonly LINKS_KV: KVNamespace;
  readonly FILES: R2Bucket;
  readonly CLICKS_QUEUE: Queue<ClicksMessage>;
  readonly CLICK_KEYS: string;
  readonly HASH_KEY: string;
  readonly APP_URL: string;
  readonly LINKS_URL: string;
  readonly ENVIRONMENT: string;
}
