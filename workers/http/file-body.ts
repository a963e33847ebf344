import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import { validator } from "hono/validator";
import * as z from "zod";
import { fieldMessage } from "../../schemas/field-messages.ts";
import { Invalid, Malformed, TooLarge } from "../core/errors.ts";
import type { Context } from "../platform/context.ts";
import type { AppTypes } from "./app.ts";
import { allowBody } from "./body-limit.ts";
import { describeGuard, describeInput } from "./documented.ts";

const FORM_OVERHEAD_BYTES = 16 * 1024;

const FORM = /^multipart\/form-data\s*;/i;

/**
 * The body is a form with a file, or the file alone where a media type is named. Sent again it must do no harm: a file has no
 * Idempotency-Key, its content is one. @throws Malformed `request.malformed` @throws TooLarge `request.too_large`
 */
export function fileOnly(maxBytes: number, alone?: RegExp) {
  const guard = createMiddleware<AppTypes>(async function fileOnly(c, next) {
    const type = c.req.header("Content-Type") ?? "";
    if (!FORM.test(type) && !alone?.test(type)) throw new Malformed("request.malformed");
    await next();
  });
  return describeGuard(allowBody(guard, maxBytes + FORM_OVERHEAD_BYTES), {
    problems: ["request.malformed", "request.too_large", "request.invalid"],
  });
}

/** The part of a form that is a file. */
export const filePart = z.instanceof(File).meta({ type: "string", format: "binary" });
const aloneForm = z.object({ file: filePart });

/** The part `file` of the form, or the whole body; at most `maxBytes`. @throws Invalid `request.invalid` @throws TooLarge */
export function fileBody(maxBytes: number) {
  const check = validator("form", async (form: Record<string, unknown>, c): Promise<z.infer<typeof aloneForm>> => {
    const isForm = FORM.test(c.req.header("Content-Type") ?? "");
    return sound(c, isForm ? form : { file: new File([await c.req.arrayBuffer()], "body") }, aloneForm, maxBytes);
  });
  return describeInput(check, "form", aloneForm);
}

/** A form with a part `file` of at most `maxBytes` and what goes with it. @throws Invalid `request.invalid` @throws TooLarge */
export function fileForm<S extends z.ZodType<{ file: File }>>(schema: S, maxBytes: number) {
  const check = validator("form", (form: Record<string, unknown>, c) => sound(c, form, schema, maxBytes));
  return describeInput(check, "form", schema);
}

function sound<S extends z.ZodType<{ file: File }>>(c: HonoContext, form: unknown, schema: S, maxBytes: number) {
  const parsed = schema.safeParse(form, { reportInput: true });
  const { locale }: Context = c.get("ctx");
  if (!parsed.success)
    throw new Invalid(
      "request.invalid",
      parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: fieldMessage(issue, locale) })),
    );
  if (parsed.data.file.size > maxBytes) throw new TooLarge("request.too_large");
  return parsed.data;
}
