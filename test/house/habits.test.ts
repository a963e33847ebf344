import { describe, expect, it } from "vitest";
import { SCHEDULE } from "../../workers/crons/schedule.ts";
import wranglerToml from "../../wrangler.toml?raw";
import { sources } from "./sources.ts";

// Lists of words are no code, though they may look like it.
const DATA = ["scripts/seed/data", "workers/modules/auth/common-passwords.ts"];
const code = sources.filter(({ path }) => !DATA.some((data) => path.startsWith(data)));
const having = (pattern: RegExp, files = code) =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe("house habits", () => {
  it("no `any`, no non-null assertion, no escape from the checker", () => {
    expect(having(/: any\b|\bas any\b|<any>|@ts-ignore|@ts-expect-error|biome-ignore/)).toEqual([]);
    expect(having(/[\w)\]]!(?:\.|;|,|\)|\[)/)).toEqual([]);
  });

  it("zod is imported whole, so that its bundle stays small", () => {
    expect(having(/import \{[^}]*\} from "zod"/)).toEqual([]);
    expect(having(/import \* as z from "zod"|import type \* as z from "zod"/).length).toBeGreaterThan(5);
  });

  it("files have at most 250 lines", () => {
    expect(code.filter(({ text }) => text.split("\n").length > 251).map(({ path }) => path)).toEqual([]);
  });

  it("no file is named after nothing: no utils, helpers, common, service, manager, and no barrel", () => {
    expect(
      sources
        .filter(({ path }) => /(^|\/)(utils|helpers|common|\w*service|\w*manager)\.tsx?$/.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
    const entries = ["workers/links/index.ts", "workers/platform/index.ts"];
    expect(
      sources.filter(({ path }) => /\/index\.tsx?$/.test(path) && !entries.includes(path)).map(({ path }) => path),
    ).toEqual([]);
    expect(having(/^export \* from/m).filter((path) => path !== "workers/db/schema.ts")).toEqual([]);
  });

  it("commit is the only caller of D1's batch", () => {
    const callers = having(
      /\.batch\(/,
      code.filter(({ path }) => path.startsWith("workers/")),
    );
    expect(callers).toEqual(["workers/db/commit.ts"]);
  });

  it("verbs, rules and queries read the clock and chance from the context alone", () => {
    const inModules = code.filter(
      ({ path }) =>
        path.startsWith("workers/modules/") || path.startsWith("workers/crons/") || path.startsWith("workers/queues/"),
    );
    expect(having(/Date\.now\(|new Date\(\)|Math\.random|getRandomValues|randomUUID/, inModules)).toEqual([]);
  });

  it("crons are the same in wrangler.toml and in the schedule", () => {
    const listed = [...(/crons = \[([^\]]*)\]/.exec(wranglerToml)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(
      ([, cron]) => cron,
    );
    expect(listed.sort()).toEqual(Object.keys(SCHEDULE).sort());
  });

  it("no machine path, registry host or unfinished word in the sources", () => {
    expect(having(/\/(?:work|farm|root)\/|registry\.npmjs|\b(?:TODO|FIXME|XXX)\b|coming soon|lorem ipsum/i)).toEqual(
      [],
    );
  });

  it("pages are made of pieces: ui/ alone has visual classes, and nothing a style attribute, which the content policy refuses", () => {
    const web = code.filter(({ path }) => path.startsWith("web/src/"));
    const pages = web.filter(({ path }) => !path.startsWith("web/src/ui/"));
    expect(having(/\sclass(?:List)?=/, pages)).toEqual([]);
    expect(having(/\sstyle=/, web)).toEqual([]);
  });
});
