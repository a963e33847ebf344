import { createMiddleware } from "hono/factory";
import { resolver, uniqueSymbol } from "hono-openapi";
import type * as z from "zod";
import type { ApiScope } from "../../schemas/api-keys.ts";
import type { ProblemCode } from "../../schemas/problem.ts";
import type { AdminScope, Role } from "../../schemas/users.ts";
import type { ApiTag } from "./api-tags.ts";
import type { AppTypes } from "./app.ts";

/** How a caller may prove who it is: a key, the token of a login, or the cookies of a browser. */
/** `none`: credentials may be absent. */
export type Credential = "none" | "apiKey" | "accessToken" | "cookies";

/** What a guard or a route adds to the description of its operation; `describeApi` puts the parts together. */
export interface DocumentPart {
  /** None: open to all. */
  readonly credentials?: readonly Credential[];
  /** What an API key must be allowed. */
  readonly scope?: ApiScope;
  readonly roles?: readonly Role[];
  /** One of these, or `owner`. */
  readonly adminScopes?: readonly AdminScope[];
  readonly problems?: readonly ProblemCode[];
  readonly headers?: readonly "Idempotency-Key"[];
  /** A request body; a test parses it with the schema that `body` checks. */
  readonly example?: unknown;
}

export interface RouteAnswer {
  readonly schema: z.ZodType;
  readonly example: unknown;
  readonly description?: string;
  /** What the answer is when it is no JSON: `text/csv`, `image/png`. */
  readonly media?: string;
}

export interface RouteDocument extends DocumentPart {
  /** The operation's name in generated clients: a verb and a noun. */
  readonly operation: string;
  readonly tag: ApiTag;
  readonly summary: string;
  readonly description?: string;
  /** Answers by status; what fails is named in `problems`. */
  readonly answers: Readonly<Record<number, RouteAnswer>>;
}

/** An answer with its example, which the compiler and a test hold against the schema. */
export function answer<S extends z.ZodType>(schema: S, example: z.input<S>, description?: string): RouteAnswer {
  return { schema, example, ...(description === undefined ? {} : { description }) };
}

/** Where the parts of one operation meet while the document is made; never in the document itself. */
export const PARTS = "x-parts";

/**
 * Describes a route for OpenAPI. Body and query come from `body(schema)` and `query(schema)`, security from the guard:
 * `.post("/links", documented({ operation: "createLink", tag: "Affiliates", summary: "Create a link",
 *   answers: { 201: answer(link, linkExample) }, problems: ["product.not_found"] }), session("links:write"), jsonOnly, …)`
 */
export function documented({ operation, tag, summary, description, answers, ...part }: RouteDocument) {
  const responses = Object.fromEntries(
    Object.entries(answers).map(([status, { schema, example, description: text, media = "application/json" }]) => [
      status,
      { description: text ?? "", content: { [media]: { schema: answerSchema(schema), example } } },
    ]),
  );
  const about = description === undefined ? {} : { description };
  const spec = { operationId: operation, tags: [tag], summary, ...about, responses, [PARTS]: [part] };
  return marked(
    createMiddleware<AppTypes>(function documented(_c, next) {
      return next();
    }),
    { spec, answers, example: part.example },
  );
}

/** A guard that says what it asks for and which problems it answers. */
export function describeGuard<M extends object>(guard: M, part: DocumentPart): M {
  return marked(guard, { spec: { [PARTS]: [part] } });
}

/** A validator that shows its schema in the document, as a body, a form or parameters. */
export function describeInput<M extends object>(validator: M, target: "json" | "query" | "form", schema: z.ZodType): M {
  return marked(validator, { target, schema, ...resolver(schema, { options: jsonSchemaOptions("input") }) });
}

function marked<M extends object>(handler: M, mark: object): M {
  return Object.assign(handler, { [uniqueSymbol]: mark });
}

/** A schema as an answer shows it. */
export const answerSchema = (schema: z.ZodType) => resolver(schema, { options: jsonSchemaOptions("output") });

function jsonSchemaOptions(io: "input" | "output") {
  return { io, unrepresentable: "any", override: withoutNoise } satisfies z.core.ToJSONSchemaParams;
}

/** Bounds of every JavaScript integer and zod's own date patterns tell readers nothing; more fields may come beside ours. */
function withoutNoise({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
