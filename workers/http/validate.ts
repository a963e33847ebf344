import { zValidator } from "@hono/zod-validator";
import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import type * as z from "zod";
import { fieldMessage } from "../../schemas/field-messages.ts";
import type { FieldError } from "../../schemas/problem.ts";
import { Invalid, Malformed } from "../core/errors.ts";
import type { Context } from "../platform/context.ts";
import type { AppTypes } from "./app.ts";
import { describeGuard, describeInput } from "./documented.ts";

const CLOCK_SKEW_MS = 5 * 60_000;

/** Marks a write that needs nothing but its address: a body, if one comes, is not read. */
export const noBody = createMiddleware<AppTypes>(async function noBody(_c, next) {
  await next();
});

/** The body is JSON and says so. @throws Malformed `request.malformed` */
export const jsonOnly = createMiddleware<AppTypes>(async function jsonOnly(c, next) {
  const type = c.req.header("Content-Type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Malformed("request.malformed");
  try {
    await c.req.json();
  } catch {
    throw new Malformed("request.malformed");
  }
  await next();
});
describeGuard(jsonOnly, { problems: ["request.malformed", "request.too_large"] });

interface BodyOptions {
  /** Instants that may not be later than now + 5 min (money.md 1); checked with the rest so that all errors come at once. */
  readonly notInFuture?: readonly string[];
}

/** Parses the body with the schema. @throws Invalid `request.invalid` with every field error in the caller's language */
export function body<S extends z.ZodType>(schema: S, options: BodyOptions = {}) {
  const validator = zValidator("json", schema, (result, c) => {
    const ctx = contextOf(c);
    const errors = result.success ? [] : fieldErrors(ctx, schema, result.data);
    for (const path of options.notInFuture ?? []) {
      if (isInFuture(result.data, path, ctx.now()))
        errors.push({ path, message: fieldMessage("date.in_future", ctx.locale) });
    }
    if (errors.length > 0) throw new Invalid("request.invalid", errors);
  });
  return describeInput(validator, "json", schema);
}

/** Parses the query string with the schema. @throws Invalid `request.invalid` */
export function query<S extends z.ZodType>(schema: S) {
  const validator = zValidator("query", schema, (result, c) => {
    if (!result.success) throw new Invalid("request.invalid", fieldErrors(contextOf(c), schema, result.data));
  });
  return describeInput(validator, "query", schema);
}

// The validator's hook does not know our variables; `request-context` has set this one before any route runs.
function contextOf(c: HonoContext): Context {
  return c.get("ctx");
}

// Parsed once more, so that each issue knows the value it is about and can be worded in the caller's language.
function fieldErrors({ locale }: Context, schema: z.ZodType, data: unknown): FieldError[] {
  const issues = schema.safeParse(data, { reportInput: true }).error?.issues ?? [];
  return issues.map((issue) => ({ path: issue.path.join("."), message: fieldMessage(issue, locale) }));
}

function isInFuture(data: unknown, path: string, nowMs: number): boolean {
  if (typeof data !== "object" || data === null) return false;
  const value: unknown = Object.entries(data).find(([key]) => key === path)?.[1];
  return typeof value === "string" && Date.parse(value) > nowMs + CLOCK_SKEW_MS;
}
