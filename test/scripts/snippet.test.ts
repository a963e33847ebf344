import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { snippetScript } from "../../scripts/snippet-asset.ts";

const BYTES_MAX = 2 * 1024;
let script = "";

beforeAll(async () => {
  script = await snippetScript();
});

describe("the shop snippet", () => {
  it("is at most 2 KB gzip", () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(BYTES_MAX);
  });

  it("is one script without modules, helpers, evaluation, inline code or style", () => {
    expect(script).not.toMatch(/\b(import|export|require)\b|@babel|core-js/);
    expect(script).not.toMatch(/\beval\b|new Function|innerHTML|document\.write|\.style\b|setAttribute\(.on/);
  });

  it("speaks ES2017: no optional chaining, no spread of objects, no unnamed catch", () => {
    expect(script).not.toMatch(/\?\.[a-z[(]|\?\?|\{\.\.\.|catch\s*\{/i);
  });
});
