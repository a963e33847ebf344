import type { generateSpecs } from "hono-openapi";
import type { ProblemCode } from "../../schemas/problem.ts";
import { type DocumentPart, PARTS } from "./documented.ts";
import { describeParameter } from "./path-parameters.ts";
import { PROBLEM_STATUSES } from "./problem-statuses.ts";
import { isUncounted } from "./rate-limits.ts";
import { accessText, securityOf } from "./security-schemes.ts";
import { problemTexts } from "./text/texts.ts";

export type ApiDocument = Awaited<ReturnType<typeof generateSpecs>>;
export type Operation = NonNullable<ApiDocument["paths"][string]["get"]>;
type Answers = NonNullable<Operation["responses"]>;

const ANYWHERE: readonly ProblemCode[] = ["address.denied", "rate.limited"];
const ANSWER_TEXTS: Readonly<Record<string, string>> = { 200: "Done", 201: "Created" };
const TOO_MANY = "429";
const LIMIT_HEADERS = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

/** One operation as the document shows it: what its guards, its validators and its route each said of it, put together. */
export function describeOperation(path: string, method: string, drafted: Operation): Operation {
  const { [PARTS]: _, ...operation } = { [PARTS]: undefined, ...drafted };
  const part = joined(partsOf(drafted));
  const isCounted = !isUncounted(path);
  const implied = [...impliedProblems(operation, part), ...(isCounted ? ANYWHERE : [])];
  return {
    ...operation,
    description: [operation.description, accessText(part)].filter(Boolean).join("\n\n"),
    security: securityOf(part, method),
    parameters: [
      ...(operation.parameters ?? []).map((parameter) => describeParameter(path, parameter)),
      ...(part.headers ?? []).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...bodyWithExample(operation, part.example),
    responses: withHeaders(
      merged(operation.responses ?? {}, problemAnswers([...(part.problems ?? []), ...implied])),
      isCounted,
    ),
  };
}

// Nothing but `documented` and `describeGuard` writes under this key, and both write parts.
function partsOf(operation: Operation): readonly DocumentPart[] {
  return (Object.entries(operation).find(([key]) => key === PARTS)?.[1] ?? []) as readonly DocumentPart[];
}

function joined(parts: readonly DocumentPart[]): DocumentPart {
  return {
    ...Object.assign({}, ...parts),
    problems: parts.flatMap(({ problems }) => problems ?? []),
    headers: parts.flatMap(({ headers }) => headers ?? []),
  };
}

function impliedProblems({ requestBody, parameters = [] }: Operation, part: DocumentPart): ProblemCode[] {
  const isChecked = requestBody !== undefined || parameters.some((one) => "in" in one && one.in === "query");
  const ofRoles: ProblemCode[] = part.roles || part.adminScopes ? ["role.required"] : [];
  const ofStaff: ProblemCode[] = part.adminScopes ? ["admin.scope_missing"] : [];
  return [...ofRoles, ...ofStaff, ...(isChecked ? (["request.invalid"] as const) : [])];
}

function bodyWithExample({ requestBody }: Operation, example: unknown): Pick<Operation, "requestBody"> {
  if (requestBody === undefined || "$ref" in requestBody || example === undefined) return {};
  const content = Object.entries(requestBody.content).map(([media, shown]) => [media, { ...shown, example }]);
  return { requestBody: { ...requestBody, content: Object.fromEntries(content) } };
}

function problemAnswers(codes: readonly ProblemCode[]): Record<string, ReturnType<typeof problemAnswer>> {
  const known = [...new Set(codes)];
  const statuses = [...new Set(known.map((code) => PROBLEM_STATUSES[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => [status, problemAnswer(known.filter((code) => PROBLEM_STATUSES[code] === status))]),
  );
}

function problemAnswer(codes: readonly ProblemCode[]) {
  const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]);
  const content = { schema: { $ref: "#/components/schemas/Problem" }, examples: Object.fromEntries(examples) };
  return {
    description: codes.map((code) => `\`${code}\` ${problemTexts.en.problems[code].title}`).join(" · "),
    content: { "application/problem+json": content },
  };
}

// A status may stand for an answer and for a problem: then it shows both.
function merged(answers: Answers, problems: ReturnType<typeof problemAnswers>): Answers {
  const shared = Object.entries(answers).map(([status, answer]) => {
    const problem = problems[status];
    if (!problem || !("content" in answer) || !answer.content) return [status, answer];
    return [status, { ...answer, content: Object.assign({}, answer.content, problem.content) }];
  });
  return { ...problems, ...Object.fromEntries(shared) };
}

// Every answer has them; said once for what succeeds and once for what came too often, a reader sees the rest.
function withHeaders(answers: Answers, isCounted: boolean): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => {
      const description = ("description" in answer && answer.description) || ANSWER_TEXTS[status] || "Done";
      const names = [
        ...(status < "300" ? ["X-Request-ID"] : []),
        ...(isCounted && (status < "300" || status === TOO_MANY) ? LIMIT_HEADERS : []),
        ...(status === TOO_MANY ? ["Retry-After"] : []),
      ];
      const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
      return [status, { ...answer, description, ...(names.length > 0 ? { headers } : {}) }];
    }),
  );
}
