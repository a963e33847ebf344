import { describe, expect, it } from "vitest";
import { inFolder, type Source, sources } from "./sources.ts";

// A layer may import from those below it; the context's and the bindings' types are known to all.
const LAYERS = ["schemas/", "workers/core/", "workers/db/", "workers/vendors/", "workers/modules/", "workers/http/"];
const MODULES = [
  "ledger",
  "audit",
  "outbox",
  "mail",
  "users",
  "auth",
  "kyc",
  "billing",
  "social",
  "catalogue",
  "affiliation",
  "storefronts",
  "conversions",
  "commissions",
  "tracking",
  "fraud",
  "statements",
  "payouts",
  "webhooks",
  "bot",
  "analytics",
  "admin",
  "operations",
  "health",
  "docs",
];
const KNOWN_TO_ALL = [
  "workers/platform/context.ts",
  "workers/platform/env.ts",
  "workers/platform/config.ts",
  "workers/platform/secrets.ts",
];
const SCHEMA_BARREL = "workers/db/schema.ts";
const ENTRIES = ["workers/platform/", "workers/queues/", "workers/crons/", "workers/durable/"];

const moduleOf = (path: string) => /^workers\/modules\/([^/]+)\//.exec(path)?.[1];
const fileOf = (path: string) => path.split("/").at(-1) ?? "";
const faultsOf = (files: readonly Source[], isFault: (source: Source, from: string, isType: boolean) => boolean) =>
  files.flatMap((source) =>
    source.imports
      .filter(({ from, isType }) => isFault(source, from, isType))
      .map(({ from }) => `${source.path} imports ${from}`),
  );

describe("imports go down only", () => {
  it("reads the sources it judges", () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(60);
  });

  it("core, db and schemas know nothing above them", () => {
    const isAbove = (source: Source, from: string) => {
      const own = LAYERS.findIndex((layer) => source.path.startsWith(layer));
      const theirs = LAYERS.findIndex((layer) => from.startsWith(layer));
      return source.path !== SCHEMA_BARREL && own !== -1 && own < 4 && theirs > own;
    };
    expect(faultsOf(sources, isAbove)).toEqual([]);
  });

  it("nothing below an entry imports an entry, save the types everything is given", () => {
    const isUpward = (source: Source, from: string, isType: boolean) =>
      LAYERS.some((layer) => source.path.startsWith(layer)) &&
      ENTRIES.some((entry) => from.startsWith(entry)) &&
      !(KNOWN_TO_ALL.includes(from) && (isType || source.path === "workers/http/request-context.ts"));
    expect(faultsOf(sources, isUpward)).toEqual([]);
  });

  it("http is known to routes alone, and knows no module but auth", () => {
    const isFault = (source: Source, from: string) =>
      (from.startsWith("workers/http/") &&
        moduleOf(source.path) !== undefined &&
        fileOf(source.path) !== "routes.ts") ||
      (source.path.startsWith("workers/http/") &&
        from.startsWith("workers/modules/") &&
        !from.startsWith("workers/modules/auth/"));
    expect(faultsOf(sources, isFault)).toEqual([]);
  });

  it("a module imports only modules before it, and never their routes", () => {
    const isFault = (source: Source, from: string, isType: boolean) => {
      const [own, theirs] = [moduleOf(source.path), moduleOf(from)];
      if (!own || !theirs || own === theirs) return false;
      if (fileOf(from) === "routes.ts") return true;
      return (
        MODULES.indexOf(theirs) > MODULES.indexOf(own) &&
        !isType &&
        !TABLES_READ_TOGETHER.includes(`${own} ${fileOf(from)} of ${theirs}`)
      );
    };
    expect(inFolder("workers/modules/").every(({ path }) => MODULES.includes(moduleOf(path) ?? ""))).toBe(true);
    expect(faultsOf(sources, isFault)).toEqual([]);
  });

  it("rules are pure: no database, no clock, no chance, no waiting", () => {
    const impure = inFolder("workers/modules/")
      .filter(({ path }) => fileOf(path) === "rules.ts")
      .filter(
        ({ text, imports }) =>
          /\bawait\b|Date\.now|Math\.random|crypto\./.test(text) ||
          imports.some(({ from, isType }) => !isType && (from.startsWith("workers/db/") || from === "drizzle-orm")),
      );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it("the links Worker imports only core, isbot and types of schemas", () => {
    const isFault = (_: Source, from: string, isType: boolean) =>
      !(
        from.startsWith("workers/links/") ||
        from.startsWith("workers/core/") ||
        from === "isbot" ||
        (from.startsWith("schemas/") && isType)
      );
    expect(faultsOf(inFolder("workers/links/"), isFault)).toEqual([]);
    const carried = inFolder("workers/core/").filter(({ path }) =>
      /click-token|link-entry|digest|base64url|calendar|mac|network-address/.test(path),
    );
    const isHeavy = (from: string) => from.startsWith("schemas/") && from !== "schemas/calendar.ts";
    expect(faultsOf(carried, (_, from, isType) => isHeavy(from) && !isType)).toEqual([]);
  });

  it("the web imports values from schemas only, and of the API only its type", () => {
    const isFault = (_: Source, from: string, isType: boolean) => from.startsWith("workers/") && !isType;
    expect(faultsOf(inFolder("web/"), isFault)).toEqual([]);
  });
});

// A conversion is read together with its commission in one query; the join names the later module's table.
const TABLES_READ_TOGETHER = ["conversions tables.ts of commissions"];
