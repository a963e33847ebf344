import { expect, it } from "vitest";
import { PROBLEM_CODES } from "../../schemas/problem.ts";
import { PROBLEM_STATUSES } from "../../workers/http/problem-statuses.ts";
import { inFolder } from "../house/sources.ts";

const STATUS_OF_ERROR: Readonly<Record<string, number>> = {
  Malformed: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  TooLarge: 413,
  Invalid: 422,
  LimitReached: 429,
  Unavailable: 503,
};
const THROWN =
  /new (Malformed|Unauthorized|Forbidden|NotFound|Conflict|TooLarge|Invalid|LimitReached|Unavailable)\(\s*"([a-z_.]+)"/g;

it("documents each problem under the status it is answered with, wherever it is thrown", () => {
  const thrown = inFolder("workers/").flatMap(({ path, text }) =>
    [...text.matchAll(THROWN)].map(([, error = "", code = ""]) => ({ path, code, status: STATUS_OF_ERROR[error] })),
  );
  expect(thrown.length).toBeGreaterThan(30);
  const statuses = Object.entries(PROBLEM_STATUSES);
  const isDocumented = ({ code, status }: (typeof thrown)[number]) =>
    statuses.some(([known, documented]) => known === code && documented === status);
  expect(thrown.filter((one) => !isDocumented(one))).toEqual([]);
  expect(Object.keys(PROBLEM_STATUSES).sort()).toEqual([...PROBLEM_CODES].sort());
});
