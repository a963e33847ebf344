import path from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { TEST_SECRETS } from "./support/test-secrets.ts";

const root = path.join(import.meta.dirname, "..");

// The platform's service binding to links needs a Worker of that name, or the runtime stops; the redirect has its own project.
const linksStub = {
  name: "shareyoursales-links",
  modules: true,
  script: `export default { fetch: (request) => new Response("links " + new URL(request.url).pathname) }`,
};

export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: path.join(root, "wrangler.toml") },
      remoteBindings: false,
      miniflare: {
        bindings: {
          ENVIRONMENT: "test",
          RATE_LIMIT_FACTOR: "1000",
          NEWS_PAUSE_MS: "0",
          DNS_RESOLVER_URL: "https://resolver.example/dns-query",
          ...TEST_SECRETS,
          CORE_MIGRATIONS: await readD1Migrations(path.join(root, "migrations/core")),
          CLICKS_MIGRATIONS: await readD1Migrations(path.join(root, "migrations/clicks")),
        },
        workers: [linksStub],
      },
    })),
  ],
  test: {
    name: "platform",
    root,
    include: [
      "test/{accounts,admin,affiliation,analytics,catalogue,commissions,conversions,core,docs,house,http,claims,connectors,fraud,ledger,live,mail,operations,outbox,storefronts,tracking,webhooks}/**/*.test.ts",
    ],
    globalSetup: ["test/support/smtp-server.ts"],
    setupFiles: ["test/support/migrate.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
