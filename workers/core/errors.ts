import type { FieldError, ProblemCode } from "../../schemas/problem.ts";

/** What the domain throws. `http/problems.ts` alone knows which status each becomes. */
export abstract class DomainError extends Error {
  readonly code: ProblemCode;
  readonly fields: readonly FieldError[];

  constructor(code: ProblemCode, fields: readonly FieldError[] = []) {
    super(code);
    this.name = new.target.name;
    this.code = code;
    this.fields = fields;
  }
}

export class Unauthorized extends DomainError {}
export class Forbidden extends DomainError {}
export class NotFound extends DomainError {}
export class Conflict extends DomainError {}
export class Invalid extends DomainError {}
export class Malformed extends DomainError {}
export class TooLarge extends DomainError {}
export class UpgradeRequired extends DomainError {}
export class LimitReached extends DomainError {
  readonly retryAfterSeconds: number;

  constructor(code: ProblemCode, retryAfterSeconds: number) {
    super(code);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
export class Unavailable extends DomainError {}
