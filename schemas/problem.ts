import * as z from "zod";

/** The closed list of problem codes: `noun.reason`. */
export const PROBLEM_CODES = [
  "request.malformed",
  "request.invalid",
  "request.too_large",
  "route.not_found",
  "method.not_allowed",
  "key.invalid",
  "key.scope_missing",
  "role.required",
  "admin.scope_missing",
  "account.suspended",
  "idempotency.key_reused",
  "idempotency.key_invalid",
  "row.changed",
  "conversion.not_found",
  "conversion.order_id_reused",
  "conversion.currency_blocked",
  "conversion.rate_already_set",
  "event.id_reused",
  "refund.id_reused",
  "link.not_found",
  "link.slug_taken",
  "link.slug_reserved",
  "link.target_outside_hosts",
  "product.not_found",
  "request.not_approved",
  "coupon.code_taken",
  "coupon.rate_too_high",
  "user.not_found",
  "user.wrong_role",
  "session.missing",
  "session.expired",
  "session.reused",
  "session.raced",
  "session.not_found",
  "session.required",
  "login.failed",
  "login.slowed",
  "totp.required",
  "totp.wrong",
  "totp.already_enabled",
  "totp.not_enabled",
  "totp.obligatory",
  "email.taken",
  "email.not_verified",
  "token.invalid",
  "password.wrong",
  "csrf.invalid",
  "origin.foreign",
  "rate.limited",
  "address.denied",
  "rule.not_found",
  "key.not_found",
  "key.limit_reached",
  "handle.taken",
  "account.has_open_money",
  "mail.not_found",
  "server.unavailable",
  "server.failed",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const fieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldError>;

/** RFC 9457 problem details, as every failure is answered. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string(),
    code: z.enum(PROBLEM_CODES),
    requestId: z.string(),
    errors: z.array(fieldError).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
