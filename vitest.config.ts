import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["test/platform.config.ts", "test/links/vitest.config.ts", "test/node.config.ts"],
    reporters: ["default", "./test/support/count-reporter.ts"],
  },
});
