import { describe, expect, it } from "vitest";
import * as z from "zod";
import { API_TAGS } from "../../workers/http/api-tags.ts";
import { call } from "../support/world.ts";
import { operationsOf, readDocument, resolve } from "./document.ts";
import { marksOf, routes } from "./route-documents.ts";

const document = await readDocument();
const operations = operationsOf(document);
const documented = [...operations];
// Pages for people and robots, of a developer's own machine too, and the document itself.
const isLeftOut = (route: string) =>
  / \/(dev|products|merchants|marketplace|robots|sitemaps?|:name\{@.*)(\/|\.|$)/.test(route) ||
  route === "GET /openapi.json";

const placed = z.object({ in: z.string(), name: z.string() });

describe("the API's document", () => {
  it("has every route of the API, and none that the API has not", () => {
    expect(operations.size).toBeGreaterThan(30);
    expect([...operations.keys()].sort()).toEqual(routes.filter((route) => !isLeftOut(route)).sort());
  });

  it("names each operation once, under one of the groups of the product", () => {
    const names = documented.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(document.tags.map(({ name }) => name)).toEqual(Object.keys(API_TAGS));
    expect(Object.keys(API_TAGS)).toHaveLength(14);
    for (const [route, { tags }] of documented)
      expect([route, Object.keys(API_TAGS)]).toEqual([route, expect.arrayContaining(tags)]);
  });

  it("says of each operation how to prove who calls, and of the schemes what they are", () => {
    for (const [route, { security, description, responses }] of documented) {
      for (const name of security.flatMap((way) => Object.keys(way)))
        expect([route, Object.keys(document.components.securitySchemes)]).toEqual([
          route,
          expect.arrayContaining([name]),
        ]);
      expect([route, security.length > 0]).toEqual([route, !description.includes("Open to all.")]);
      if (security.length > 0)
        expect([route, Object.keys(responses)]).toEqual([route, expect.arrayContaining(["401", "403", "429"])]);
    }
  });

  it("declares every parameter of a path, once, and of a query as its validator knows it", () => {
    for (const [route, { parameters }] of documented) {
      // The library gives a query of one parameter a place of its own, and leads there.
      const shown = parameters.map((one) => placed.parse("$ref" in one ? resolve(document, String(one.$ref)) : one));
      const named = (place: string) => shown.flatMap((one) => (one.in === place ? [one.name] : []));
      expect([route, named("path")]).toEqual([route, [...route.matchAll(/:(\w+)/g)].map(([, name]) => name)]);
      expect(parameters.every((one) => !("in" in one) || one.in !== "path" || one.required === true)).toBe(true);
      const { query } = marksOf(route);
      const checked = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
      expect([route, named("query").sort()]).toEqual([route, checked.sort()]);
    }
  });

  it("leads nowhere that is not there", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? "");
    expect(refs.length).toBeGreaterThan(100);
    for (const ref of new Set(refs)) expect([ref, resolve(document, ref)]).toEqual([ref, expect.anything()]);
  });

  it("has no trace of how it is made", () => {
    expect(JSON.stringify(document)).not.toMatch(/x-parts|__HonoOpenAPI|"success":\{/);
  });
});

describe("each operation", () => {
  it("shows an example of every body and answer, which its own schema takes", () => {
    for (const route of operations.keys()) {
      const { answers, body, example } = marksOf(route);
      if (body) expect([route, body.safeParse(example).error?.issues]).toEqual([route, undefined]);
      expect([route, Object.keys(answers).length > 0]).toEqual([route, true]);
      for (const [status, answer] of Object.entries(answers))
        expect([route, status, answer.schema.parse(answer.example)]).toEqual([route, status, answer.example]);
    }
  });

  it("shows those examples in the document", () => {
    for (const [route, { requestBody, responses }] of documented) {
      const { answers, body, example } = marksOf(route);
      if (body) expect(requestBody?.content["application/json"]?.example).toEqual(example);
      for (const [status, answer] of Object.entries(answers))
        expect([route, responses[status]?.content?.[answer.media ?? ""]?.example]).toEqual([route, answer.example]);
    }
  });

  it("tells failures as problems, and never the 400 that the library invents", () => {
    for (const [route, { responses }] of documented) {
      const own = Object.keys(marksOf(route).answers);
      for (const [status, { content = {} }] of Object.entries(responses)) {
        if (own.includes(status)) continue;
        expect([route, status, Object.keys(content)]).toEqual([route, status, ["application/problem+json"]]);
        expect(content["application/problem+json"]?.schema).toEqual({ $ref: "#/components/schemas/Problem" });
      }
    }
  });

  it("that writes tells of the body it checks", () => {
    for (const [route, { responses }] of documented) {
      // A signed body is proven before it is parsed: one that is no JSON is malformed like any other.
      const faults = route.startsWith("POST /api/webhooks/courier/") ? ["401", "413", "422"] : ["400", "413", "422"];
      if (marksOf(route).body) expect([route, Object.keys(responses)]).toEqual([route, expect.arrayContaining(faults)]);
    }
  });
});

describe("GET /openapi.json", () => {
  it("is sent again only when it has changed", async () => {
    const first = await call("GET", "/openapi.json");
    const etag = first.headers.get("ETag") ?? "";
    expect([first.status, first.headers.get("Cache-Control"), etag]).toEqual([
      200,
      expect.stringContaining("max-age"),
      expect.stringMatching(/^"[0-9a-f]{32}"$/),
    ]);
    for (const known of [etag, `"other", W/${etag}`])
      expect(await call("GET", "/openapi.json", { headers: { "If-None-Match": known } })).toMatchObject({
        status: 304,
        body: {},
      });
    expect((await call("GET", "/openapi.json", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });
});
