import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect } from "vitest";
import type { User } from "../../schemas/users.ts";
import { unseal } from "../../workers/core/seal.ts";
import { api } from "../../workers/platform/api.ts";
import { type Answer, systemContext } from "./world.ts";

export const ORIGIN = "http://localhost:8787";
export const PASSWORD = "tajine-citron-olives-7";
const BROWSER =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

interface Options {
  readonly json?: unknown;
  readonly form?: FormData | undefined;
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A browser: it keeps cookies, says where it comes from, and sends the anti-forgery token along. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    { json, form, headers = {} }: Options = {},
  ): Promise<Answer<T>> {
    const sent = new Headers({ "User-Agent": BROWSER });
    if (this.cookies.size > 0)
      sent.set("Cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    if (method !== "GET") {
      sent.set("Origin", ORIGIN);
      const csrf = this.cookies.get("__Host-csrf");
      if (csrf) sent.set("X-CSRF-Token", csrf);
    }
    if (json !== undefined) sent.set("Content-Type", "application/json");
    for (const [name, value] of Object.entries(headers)) value === null ? sent.delete(name) : sent.set(name, value);
    const executionCtx = createExecutionContext();
    const body = form ? { body: form } : json === undefined ? {} : { body: JSON.stringify(json) };
    const response = await api.fetch(
      new Request(`${ORIGIN}${path}`, { method, headers: sent, ...body }),
      env,
      executionCtx,
    );
    const text = await response.text();
    await waitOnExecutionContext(executionCtx);
    this.#keep(response);
    return {
      status: response.status,
      headers: response.headers,
      body: parsed<T>(/json/.test(response.headers.get("Content-Type") ?? "") ? text : ""),
    };
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...rest] = line.split("; ");
      const at = pair.indexOf("=");
      const isGone = rest.some((part) => part.toLowerCase() === "max-age=0");
      if (isGone) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

// Tests say what they expect to read; a wrong expectation fails the assertion that follows.
function parsed<T>(text: string): T {
  return (text === "" ? {} : JSON.parse(text)) as T;
}

let sequence = 0;
export const newEmail = () => `person-${Date.now().toString(36)}-${sequence++}@example.ma`;

export const registration = (more: Record<string, unknown> = {}) => ({
  email: newEmail(),
  password: PASSWORD,
  role: "influencer",
  displayName: "Sara El Idrissi",
  locale: "fr",
  acceptTerms: true,
  ...more,
});

export interface SignedInVisitor {
  readonly visitor: Visitor;
  readonly user: User;
  readonly email: string;
  readonly accessToken: string;
}

/** Somebody who has signed up, verified the address and signed in. */
export async function signedInVisitor(more: Record<string, unknown> = {}): Promise<SignedInVisitor> {
  const visitor = new Visitor();
  const input = registration(more);
  const registered = await visitor.call<{ user: User }>("POST", "/api/auth/register", { json: input });
  expect(registered.status).toBe(201);
  await visitor.call("POST", "/api/auth/verify-email", {
    json: { token: await tokenMailedTo(registered.body.user.id) },
  });
  return { ...(await signIn(visitor, input.email)), visitor };
}

/** Signs in with the tests' password. */
export async function signIn(visitor: Visitor, email: string): Promise<Omit<SignedInVisitor, "visitor">> {
  const answer = await visitor.call<{ user: User; accessToken: string }>("POST", "/api/auth/login", {
    json: { email, password: PASSWORD },
  });
  expect(answer.status).toBe(200);
  return { user: answer.body.user, email, accessToken: answer.body.accessToken };
}

/** Values of the newest mail of a template to a user, opened as the sender would. */
export async function mailedTo(userId: string, template: string): Promise<Record<string, string>> {
  const row = await env.CORE_DB.prepare(
    "SELECT values_sealed FROM mails WHERE user_id = ? AND template = ? ORDER BY id DESC LIMIT 1",
  )
    .bind(userId, template)
    .first<{ values_sealed: string }>();
  if (!row) throw new Error(`No mail ${template} for ${userId}`);
  const { sealKeys } = await systemContext().secrets();
  return JSON.parse(await unseal(sealKeys, "mail_values", row.values_sealed));
}

/** The secret in the newest link mailed to a user. */
export async function tokenMailedTo(userId: string, template = "verify_email"): Promise<string> {
  const { url = "" } = await mailedTo(userId, template);
  return new URL(url).searchParams.get("token") ?? "";
}
