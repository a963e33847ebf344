import { accountSession, csrfToken, done, login, signedIn } from "../../../schemas/auth.ts";
import { pageOf } from "../../../schemas/page.ts";
import { actingUser } from "../../core/actor.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { openToAll } from "../../http/open-to-all.ts";
import { ownOrigin } from "../../http/own-origin.ts";
import { enforceAuthLimits } from "../../http/rate-limit.ts";
import { signedInOnly } from "../../http/session.ts";
import { clearSessionCookies, refreshCookieOf, setCsrfCookie, setSessionCookies } from "../../http/session-cookies.ts";
import { signInPlaceOf } from "../../http/sign-in-place.ts";
import { body, jsonOnly, noBody } from "../../http/validate.ts";
import { logOut, revokeSession } from "./close-session.ts";
import * as example from "./examples.ts";
import { logIn } from "./log-in.ts";
import { listOwnSessions } from "./queries.ts";
import { refreshSession } from "./refresh-session.ts";
import { signUpRoutes } from "./sign-up/routes.ts";
import { totpRoutes } from "./totp/routes.ts";

const tag = "Authentication";
const DONE = { done: true } as const;
const doneAnswer = answer(done, DONE);

const sessionRoutes = newApp()
  .post(
    "/login",
    documented({
      operation: "logIn",
      tag,
      summary: "Sign in",
      description:
        "Sets the session's cookies; `accessToken` serves programs as Bearer. With two-step sign-in the first answer is `totp.required`: send the code along, or a recovery code.",
      example: example.loginExample,
      answers: { 200: answer(signedIn, example.signedInExample) },
      problems: [
        "login.failed",
        "totp.required",
        "totp.wrong",
        "account.suspended",
        "login.slowed",
        "rate.limited",
        "server.unavailable",
      ],
    }),
    openToAll,
    ownOrigin,
    jsonOnly,
    body(login),
    async (c) => {
      const input = c.req.valid("json");
      await enforceAuthLimits(c, input.email);
      const session = await logIn(c.get("ctx"), input, signInPlaceOf(c));
      await setSessionCookies(c, session);
      return c.json(session.answer);
    },
  )
  .post(
    "/refresh",
    documented({
      operation: "refreshSession",
      tag,
      summary: "Renew the session",
      description: "Spends the refresh cookie for the next one. A spent one that comes again closes the session.",
      answers: { 200: answer(signedIn, example.signedInExample) },
      problems: ["session.expired", "session.reused", "session.raced", "account.suspended"],
    }),
    openToAll,
    ownOrigin,
    noBody,
    async (c) => {
      const session = await refreshSession(c.get("ctx"), refreshCookieOf(c));
      await setSessionCookies(c, session);
      return c.json(session.answer);
    },
  )
  .post(
    "/logout",
    documented({ operation: "logOut", tag, summary: "Sign out", answers: { 200: doneAnswer } }),
    signedInOnly,
    noBody,
    async (c) => {
      await logOut(c.get("ctx"));
      clearSessionCookies(c);
      return c.json(DONE);
    },
  )
  .get(
    "/csrf",
    documented({
      operation: "getCsrfToken",
      tag,
      summary: "An anti-forgery token of the session",
      description: "For pages that write with cookies: send it as `X-CSRF-Token`.",
      answers: { 200: answer(csrfToken, { csrfToken: `${example.tokenExample}.${example.tokenExample}` }) },
    }),
    signedInOnly,
    async (c) => {
      const { via } = actingUser(c.get("ctx"));
      return c.json({ csrfToken: await setCsrfCookie(c, via.kind === "session" ? via.sessionId : "") });
    },
  )
  .get(
    "/sessions",
    documented({
      operation: "listSessions",
      tag,
      summary: "Open sessions",
      answers: { 200: answer(pageOf(accountSession), { data: [example.sessionExample], nextCursor: null }) },
    }),
    signedInOnly,
    async (c) => c.json(await listOwnSessions(c.get("ctx"))),
  )
  .delete(
    "/sessions/:id",
    documented({
      operation: "revokeSession",
      tag,
      summary: "Close a session",
      answers: { 200: doneAnswer },
      problems: ["session.not_found"],
    }),
    signedInOnly,
    async (c) => {
      await revokeSession(c.get("ctx"), c.req.param("id"));
      return c.json(DONE);
    },
  );

/** Everything under /api/auth. */
export const authRoutes = newApp().route("/", signUpRoutes).route("/", sessionRoutes).route("/", totpRoutes);
