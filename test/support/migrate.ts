import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Env } from "../../workers/platform/env.ts";

declare global {
  namespace Cloudflare {
    interface Env extends PlatformEnv {
      readonly CORE_MIGRATIONS: D1Migration[];
      readonly CLICKS_MIGRATIONS: D1Migration[];
    }
  }
  interface PlatformEnv extends Env {}
}

await applyD1Migrations(env.CORE_DB, env.CORE_MIGRATIONS);
await applyD1Migrations(env.CLICKS_DB, env.CLICKS_MIGRATIONS);
