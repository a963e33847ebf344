import { findTargetHandler } from "hono/utils/handler";
import { uniqueSymbol } from "hono-openapi";
import * as z from "zod";
import type { RouteAnswer } from "../../workers/http/documented.ts";
import { api } from "../../workers/platform/api.ts";

/** What the handlers of one route carry for the document, with the zod schemas themselves. */
export interface RouteMarks {
  readonly answers: Readonly<Record<string, RouteAnswer>>;
  readonly example: unknown;
  readonly body: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
}

const markShape = z.looseObject({
  target: z.enum(["json", "query", "form"]).optional(),
  schema: z.instanceof(z.ZodType).optional(),
  answers: z
    .record(
      z.string(),
      z.object({
        schema: z.instanceof(z.ZodType),
        example: z.unknown(),
        description: z.string().optional(),
        media: z.string().optional(),
      }),
    )
    .optional(),
  example: z.unknown().optional(),
});

/** `METHOD /path` of every route that answers, in the order they are tried. */
export const routes: readonly string[] = [
  ...new Set(api.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`)),
];

export function marksOf(route: string): RouteMarks {
  const handlers = api.routes.filter(({ method, path }) => `${method} ${path}` === route);
  const marks = handlers.flatMap(({ handler }) => {
    const mark: unknown = Reflect.get(findTargetHandler(handler), uniqueSymbol);
    return mark === undefined ? [] : [markShape.parse(mark)];
  });
  const schemaOf = (target: "json" | "query") => marks.find((mark) => mark.target === target)?.schema;
  const own = marks.find(({ answers }) => answers !== undefined);
  return {
    answers: Object.fromEntries(
      Object.entries(own?.answers ?? {}).map(([status, { schema, example, media = "application/json" }]) => [
        status,
        { schema, example, media },
      ]),
    ),
    example: own?.example,
    body: schemaOf("json"),
    query: schemaOf("query"),
  };
}

/** The schema an answer of the route is documented with. */
export function documentedSchema(route: string, status: number): z.ZodType {
  const answer = marksOf(route).answers[status];
  if (!answer) throw new Error(`${route} documents no ${status}`);
  return answer.schema;
}
