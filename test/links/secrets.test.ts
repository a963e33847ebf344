import { describe, expect, it, vi } from "vitest";
import type { LinksEnv } from "../../workers/links/env.ts";
import { publish } from "./links-world.ts";

/** A visit in an isolate that has not read its keys yet. */
async function firstVisit(bindings: Partial<LinksEnv>) {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.resetModules();
  const { visit } = await import("./links-world.ts");
  const { slug } = await publish();
  const answered = await visit(`/${slug}`, { bindings });
  const log = logged.mock.calls.flat().join("\n");
  logged.mockRestore();
  return { ...answered, log };
}

describe("a secret at fault", () => {
  it.each([
    ["CLICK_KEYS", { CLICK_KEYS: "" }],
    ["CLICK_KEYS", { CLICK_KEYS: "1:tooshortsecret" }],
    ["HASH_KEY", { HASH_KEY: "" }],
    ["HASH_KEY", { HASH_KEY: "tooshortsecret" }],
  ])("is named in the log and to the platform, never shown: %s", async (name, bindings) => {
    const { response, messages, text, log } = await firstVisit(bindings);
    expect(response.status).toBe(503);
    expect(messages).toMatchObject([
      { kind: "links.failed", message: expect.stringMatching(new RegExp(`^${name}: `)) },
    ]);
    expect(log).toContain(`${name}: `);
    expect(`${log}${text}${JSON.stringify(messages)}`).not.toContain("tooshortsecret");
  });

  it("put right, serves the next visitor", async () => {
    expect((await firstVisit({})).response.status).toBe(302);
  });
});
