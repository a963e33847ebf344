import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["test/vitest.platform.config.ts", "test/links/vitest.config.ts", "test/vitest.node.config.ts"],
    reporters: ["default", "./test/support/count-reporter.ts"],
  },
});
