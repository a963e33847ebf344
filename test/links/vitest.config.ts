import path from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { TEST_SECRETS } from "../support/test-secrets.ts";

const root = path.join(import.meta.dirname, "../..");

export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: path.join(root, "workers/links/wrangler.toml") },
      remoteBindings: false,
      miniflare: {
        bindings: {
          ENVIRONMENT: "test",
          ...TEST_SECRETS,
          CORE_MIGRATIONS: await readD1Migrations(path.join(root, "migrations/core")),
        },
      },
    })),
  ],
  test: {
    name: "links",
    root,
    include: ["test/links/**/*.test.ts"],
    setupFiles: ["test/links/setup.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
