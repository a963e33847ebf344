import type { FieldError, ProblemCode } from "../../schemas/problem.ts";

/** Why a request failed: a code of the API, or one of the two ways in which no API answered. */
export type FailureCode = ProblemCode | "network.offline" | "network.unreadable";

/** A failure as people can be told of it. `title` and `detail` are in their language; empty when no API answered. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: FailureCode;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly FieldError[];
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: FailureCode, told: Partial<Omit<ProblemError, "code">> = {}) {
    super(code);
    this.code = code;
    this.title = told.title ?? "";
    this.detail = told.detail ?? "";
    this.fields = told.fields ?? [];
    this.requestId = told.requestId;
    this.retryAfterSeconds = told.retryAfterSeconds;
  }
}

/** What a failed answer says. The schema is loaded only when something fails: a first page never waits for it. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const requestId = response.headers.get("X-Request-ID") ?? undefined;
  const { problem } = await import("../../schemas/problem.ts");
  const parsed = problem.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return new ProblemError("network.unreadable", { requestId });
  const { code, title, detail, errors } = parsed.data;
  const waits = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new ProblemError(code, {
    title,
    detail: detail ?? "",
    fields: errors ?? [],
    requestId: parsed.data.requestId,
    retryAfterSeconds: Number.isFinite(waits) ? waits : undefined,
  });
}

/** Anything thrown, as a failure that can be shown. */
export function asProblem(thrown: unknown): ProblemError {
  return thrown instanceof ProblemError ? thrown : new ProblemError("network.unreadable");
}
