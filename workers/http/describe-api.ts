import type { RouterRoute } from "hono/types";
import { generateSpecs } from "hono-openapi";
import { PROBLEM_CODES, type Problem, type ProblemCode, problem } from "../../schemas/problem.ts";
import { API_TAGS } from "./api-tags.ts";
import { newApp } from "./app.ts";
import { type ApiDocument, describeOperation } from "./describe-operation.ts";
import { answerSchema } from "./documented.ts";
import { PROBLEM_STATUSES } from "./problem-statuses.ts";
import { SECURITY_SCHEMES } from "./security-schemes.ts";
import { problemTexts } from "./text/texts.ts";

const DEVELOPMENT_ONLY = /^\/dev\//;
const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** The OpenAPI 3.1 document of these routes: every one that is `documented`, from the schemas its validators check. */
export async function describeApi(routes: readonly RouterRoute[], info: ApiDocument["info"]): Promise<ApiDocument> {
  const described = newApp();
  described.routes = [...routes];
  const drafted = await generateSpecs(described, {
    exclude: DEVELOPMENT_ONLY,
    excludeStaticFile: false,
    // hono-openapi would invent a 400 of its own shape for every checked route; ours answer 422 as a problem.
    defaultValidationErrorResponse: false,
    documentation: {
      info,
      servers: [{ url: "/", description: "This server" }],
      tags: Object.entries(API_TAGS).map(([name, description]) => ({ name, description })),
    },
  });
  const paths = pathsOf(drafted);
  return { ...drafted, ...tagGroupsOf(paths), paths, components: await componentsOf(drafted) };
}

function pathsOf({ paths }: ApiDocument): ApiDocument["paths"] {
  const methodsOf = (path: string, item: ApiDocument["paths"][string]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation?.summary ? [[method, describeOperation(path, method, operation)] as const] : [];
    });
  return Object.fromEntries(
    Object.entries(paths)
      .map(([path, item]) => [path, methodsOf(path, item)] as const)
      .filter(([, operations]) => operations.length > 0)
      .map(([path, operations]) => [path, Object.fromEntries(operations)]),
  );
}

// ReDoc shows a page for each tag of the list, an empty one too.
function tagGroupsOf(paths: ApiDocument["paths"]): object {
  const used = new Set(Object.values(paths).flatMap((item) => METHODS.flatMap((method) => item[method]?.tags ?? [])));
  return { "x-tagGroups": [{ name: "Operations", tags: Object.keys(API_TAGS).filter((tag) => used.has(tag)) }] };
}

async function componentsOf({ components }: ApiDocument): Promise<ApiDocument["components"]> {
  const problems = await answerSchema(problem).toOpenAPISchema();
  return {
    schemas: { ...components.schemas, ...problems.components?.schemas },
    parameters: { ...components.parameters, ...PARAMETERS },
    headers: HEADERS,
    examples: Object.fromEntries(PROBLEM_CODES.map((code) => [code, { value: problemExample(code) }])),
    securitySchemes: SECURITY_SCHEMES,
  };
}

function problemExample(code: ProblemCode): Problem {
  const faults = { errors: [{ path: "amountMinor", message: "The minimum is 1" }] };
  return {
    type: `urn:shareyoursales:problem:${code}`,
    ...problemTexts.en.problems[code],
    status: PROBLEM_STATUSES[code],
    instance: "/api/tracking/conversions",
    code,
    requestId: "6f1c9a52-1d0e-4c55-9a43-0b7f6a2f3d10",
    ...(code === "request.invalid" ? faults : {}),
  };
}

const whole = { type: "integer" } as const;
const HEADERS = {
  "X-Request-ID": { description: "Names this answer in our logs; quote it to support.", schema: { type: "string" } },
  "X-RateLimit-Limit": { description: "Requests the window allows.", schema: whole },
  "X-RateLimit-Remaining": { description: "Requests left in the window.", schema: whole },
  "X-RateLimit-Reset": { description: "When the window is free again, in epoch seconds.", schema: whole },
  "Retry-After": { description: "Seconds to wait.", schema: whole },
} as const;

const PARAMETERS = {
  "Idempotency-Key": {
    in: "header",
    name: "Idempotency-Key",
    description:
      "1 to 255 visible characters of your own, a new one for each write: the same key and body get the same answer again.",
    schema: { type: "string", maxLength: 255 },
  },
} as const;
