import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["test/vitest.platform.config.ts", "test/links/vitest.config.ts", "test/vitest.node.config.ts"],
    // Both cores of a small machine: the default leaves one to nobody.
    maxWorkers: 2,
    reporters: ["default", "./test/support/count-reporter.ts"],
  },
});
