import { env } from "cloudflare:workers";
import { inspectRoutes } from "hono/dev";
import { describe, expect, it } from "vitest";
import { plainSlug, type SlugAnswer } from "../../schemas/links.ts";
import webRoutes from "../../web/src/routes.tsx?raw";
import { slugFaultOf } from "../../workers/modules/affiliation/slug-rules.ts";
import { api } from "../../workers/platform/api.ts";
import { addProgramme, call, type Programme } from "../support/world.ts";

interface Refused {
  readonly code: string;
  readonly errors?: readonly { path: string; message: string }[];
}
const create = (programme: Programme, slug: string) =>
  call<Refused>("POST", "/api/affiliates/links", {
    key: programme.influencer.apiKey,
    headers: { "Accept-Language": "en" },
    json: { productId: programme.productId, slug },
  });
const ask = (programme: Programme, slug: string) =>
  call<SlugAnswer>("GET", `/api/affiliates/links/slug?slug=${encodeURIComponent(slug)}`, {
    key: programme.influencer.apiKey,
  });

describe("a chosen slug", () => {
  it("is never the first word of an address of ours", () => {
    const paths = [...inspectRoutes(api).map(({ path }) => path), ...pathsOf(webRoutes)];
    const words = new Set(paths.map((path) => path.split("/")[1] ?? "").filter((word) => plainSlugOf(word) === word));
    expect(words.size).toBeGreaterThan(10);
    expect([...words].filter((word) => slugFaultOf(word) !== "link.slug_reserved")).toEqual([]);
  });

  it.each(["adm1n", "admln", "l0gin", "log-in", "s1gn-up", "rnerchants", "a-p-i", "shareyoursa1es", "prrivacy"])(
    "that looks like one of ours is refused: %s",
    (slug) => expect(slugFaultOf(slug)).toBe("link.slug_lookalike"),
  );

  it.each(["pute", "grosse-pute", "puuute", "c0nnard", "fuck-you", "sh1t", "9a7ba", "wld-l9ahba", "t9awed", "f-d-p"])(
    "that is rude in French, English or Darija is refused: %s",
    (slug) => expect(slugFaultOf(slug)).toBe("link.slug_rude"),
  );

  it.each([
    "sara-djellaba",
    "computer",
    "reputation",
    "essex-shop",
    "cultures",
    "habitat",
    "promo-2026",
    "9ahwa",
    "3id-mobarak",
    "zellige",
  ])("that is only an honest word is taken: %s", (slug) => expect(slugFaultOf(slug)).toBeUndefined());

  it("that may not be is a problem with the field and its reason in words", async () => {
    const programme = await addProgramme();
    expect(await create(programme, "marketplace")).toMatchObject({ status: 422, body: { code: "link.slug_reserved" } });
    const rude = await create(programme, "super-salope");
    expect(rude).toMatchObject({ status: 422, body: { code: "link.slug_refused", errors: [{ path: "slug" }] } });
    expect((await create(programme, "adm1n")).body.code).toBe("link.slug_refused");
    // A Cyrillic «а» among Latin letters.
    const homograph = await create(programme, "sаra-djellaba");
    expect([homograph.status, homograph.body.errors]).toEqual([
      422,
      [{ path: "slug", message: expect.stringMatching(/Latin/i) }],
    ]);
  });

  it("goes to one of two who ask for it at once, and never to anybody again", async () => {
    const [one, two] = [await addProgramme(), await addProgramme()];
    const slug = `race-${Date.now()}`;
    expect((await ask(one, slug)).body).toEqual({ slug, isFree: true, reason: null });
    const answers = await Promise.all([create(one, slug), create(two, slug)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("link.slug_taken");
    const count = await env.CORE_DB.prepare("SELECT count(*) AS links FROM affiliate_links WHERE slug = ?")
      .bind(slug)
      .first();
    expect(count).toEqual({ links: 1 });
    expect((await ask(two, slug.toUpperCase())).body).toEqual({ slug, isFree: false, reason: "taken" });
  });

  it("is judged as it is typed", async () => {
    const programme = await addProgramme();
    const reasons = ["a", "-ab", "admin", "adm1n", "merde", "sаra-djellaba", `free-${Date.now()}`].map(
      async (slug) => (await ask(programme, slug)).body.reason,
    );
    expect(await Promise.all(reasons)).toEqual([
      "wrong_form",
      "wrong_form",
      "reserved",
      "lookalike",
      "rude",
      "lookalike",
      null,
    ]);
    expect((await ask(programme, "x".repeat(65))).status).toBe(422);
  });
});

const plainSlugOf = (text: string) => {
  const plain = plainSlug(text);
  return typeof plain === "string" ? undefined : plain.slug;
};
const pathsOf = (source: string) => [...source.matchAll(/path: "(\/[a-z][^"]*)"/g)].map(([, path]) => path ?? "");
