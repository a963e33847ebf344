import type { D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Env } from "../../workers/platform/env.ts";
import { migrateAtOnce } from "./migrate-at-once.ts";

declare global {
  namespace Cloudflare {
    interface Env extends PlatformEnv {
      readonly CORE_MIGRATIONS: D1Migration[];
      readonly CLICKS_MIGRATIONS: D1Migration[];
    }
  }
  interface PlatformEnv extends Env {}
}

await migrateAtOnce(env.CORE_DB, env.CORE_MIGRATIONS);
await migrateAtOnce(env.CLICKS_DB, env.CLICKS_MIGRATIONS);
