import * as z from "zod";
import { call } from "../support/world.ts";

const reference = z.looseObject({ $ref: z.string() });
const media = z.looseObject({
  schema: z.looseObject({}),
  example: z.unknown().optional(),
  examples: z.looseObject({}).optional(),
});
const parameter = z.union([
  reference,
  z.looseObject({
    name: z.string().min(1),
    in: z.enum(["path", "query", "header", "cookie"]),
    required: z.boolean().optional(),
    schema: z.looseObject({}),
  }),
]);
const operation = z.looseObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  summary: z.string().min(5).max(120),
  description: z.string().min(5),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ required: z.literal(true), content: z.record(z.string(), media) }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.looseObject({ description: z.string().min(1), content: z.record(z.string(), media).optional() }),
  ),
});
export type DocumentedOperation = z.infer<typeof operation>;

/** The parts of OpenAPI 3.1 that our document uses, as its specification asks for them. */
export const openApi = z.looseObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.looseObject({ title: z.string().min(1), version: z.string().min(1), description: z.string().min(1) }),
  servers: z.array(z.looseObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string().min(20) })),
  paths: z.record(
    z.string().startsWith("/"),
    z.partialRecord(z.enum(["get", "post", "put", "patch", "delete"]), operation),
  ),
  components: z.looseObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(["http", "apiKey"]) })),
  }),
});
export type OpenApi = z.infer<typeof openApi>;

export async function readDocument(): Promise<OpenApi> {
  return openApi.parse((await call("GET", "/openapi.json")).body);
}

/** Every operation as `METHOD /path`, the path as Hono writes it. */
export function operationsOf(document: OpenApi): Map<string, DocumentedOperation> {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, one]) => [`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`, one] as const,
    ),
  );
  return new Map(rows);
}

/** What a `$ref` of the document leads to, or undefined. */
export function resolve(document: unknown, ref: string): unknown {
  return ref
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>(
      (place, key) =>
        typeof place === "object" && place !== null
          ? Object.entries(place).find(([name]) => name === key)?.[1]
          : undefined,
      document,
    );
}
