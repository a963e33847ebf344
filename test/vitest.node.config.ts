import path from "node:path";
import { defineConfig } from "vitest/config";

// What runs in Node: the commands themselves, over real HTTP; each file starts a server of its own.
export default defineConfig({
  test: {
    name: "node",
    environment: "node",
    root: path.join(import.meta.dirname, ".."),
    include: ["test/{scripts,browser}/**/*.test.ts"],
    // Both cores of a small machine, in all projects alike: the default leaves one to nobody.
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
