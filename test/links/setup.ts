import { env } from "cloudflare:workers";
import { migrateAtOnce } from "../support/migrate-at-once.ts";

await migrateAtOnce(env.CORE_DB, env.CORE_MIGRATIONS);
