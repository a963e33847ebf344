import { describe, expect, it } from "vitest";
import { assetHeadersFile, securityHeaders } from "../../workers/http/security-headers.ts";
import { ask } from "../support/gate.ts";
import { addUser } from "../support/world.ts";

const pagePolicy = new Map(securityHeaders()).get("Content-Security-Policy") ?? "";
const directivesOf = (policy: string) =>
  new Map(policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]));

describe("every answer of the API", () => {
  it.each([
    ["an open address", "/liveness"],
    ["an unknown address", "/api/nowhere"],
    ["a refused caller", "/api/payments/balance"],
  ])("%s carries the security headers", async (_name, path) => {
    const { headers } = await ask(path);
    expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    for (const [name, value] of securityHeaders()) {
      if (name !== "Content-Security-Policy") expect([name, headers.get(name)]).toEqual([name, value]);
    }
  });

  it("may not be kept by anybody, unless it says otherwise", async () => {
    const { apiKey } = await addUser("influencer");
    expect((await ask("/api/payments/balance", { key: apiKey })).headers.get("Cache-Control")).toBe("no-store");
    expect((await ask("/api/products/categories")).headers.get("Cache-Control")).toBe("public, max-age=60");
  });
});

describe("the pages' content policy", () => {
  it("allows nothing that is not ours, and nothing inline", () => {
    const directives = directivesOf(pagePolicy);
    expect(directives.get("default-src")).toBe("'none'");
    expect(directives.get("script-src")).toBe("'self'");
    expect(directives.get("style-src")).toBe("'self'");
    expect(directives.get("frame-ancestors")).toBe("'none'");
    expect(assetHeadersFile()).not.toMatch(/unsafe-|https?:|\*;/);
  });

  it("stands in the static assets' headers, with ReDoc's exception and a year for hashed files", () => {
    const rules = new Map(
      assetHeadersFile()
        .trim()
        .split("\n\n")
        .map((rule) => rule.split("\n").map((line) => line.trim()))
        .map(([path = "", ...lines]) => [path, lines]),
    );
    expect([...rules.keys()]).toEqual(["/*", "/t.js", "/assets/*", "/redoc", "/redoc/*"]);
    for (const [name, value] of securityHeaders()) expect(rules.get("/*")).toContain(`${name}: ${value}`);
    expect(rules.get("/assets/*")).toContain("Cache-Control: public, max-age=31536000, immutable");
    const redoc = rules.get("/redoc") ?? [];
    expect(redoc[0]).toBe("! Content-Security-Policy");
    expect(directivesOf(redoc[1]?.replace("Content-Security-Policy: ", "") ?? "").get("worker-src")).toBe("blob:");
    expect(rules.get("/redoc/*")).toEqual(redoc);
  });
});
