import path from "node:path";
import { defineConfig } from "vitest/config";

// What runs in Node: the commands themselves, over real HTTP. After the Workers' tests, two files at a time: each starts a
// server of its own, and waits for it more than it works.
export default defineConfig({
  test: {
    name: "node",
    environment: "node",
    root: path.join(import.meta.dirname, ".."),
    include: ["test/{scripts,browser,house-node}/**/*.test.ts"],
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
