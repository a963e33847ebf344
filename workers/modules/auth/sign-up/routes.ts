import {
  changePassword as changePasswordInput,
  done,
  forgotPassword,
  register,
  registered,
  resendVerification as resendInput,
  resetPassword as resetInput,
  verifyEmail as verifyInput,
} from "../../../../schemas/auth.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { openToAll } from "../../../http/open-to-all.ts";
import { ownOrigin } from "../../../http/own-origin.ts";
import { enforceAuthLimits } from "../../../http/rate-limit.ts";
import { signedInOnly } from "../../../http/session.ts";
import { body, jsonOnly } from "../../../http/validate.ts";
import { changePassword } from "../change-password.ts";
import * as example from "../examples.ts";
import { registerUser } from "../register-user.ts";
import { requestPasswordReset, resetPassword } from "../reset-password.ts";
import { resendVerification, verifyEmail } from "../verify-email.ts";

const tag = "Authentication";
const DONE = { done: true } as const;
const doneAnswer = answer(done, DONE);

const accounts = newApp()
  .post(
    "/register",
    documented({
      operation: "register",
      tag,
      summary: "Open an account",
      description: "For an influencer or a merchant. A mail with a link that verifies the address follows.",
      example: example.registerExample,
      answers: { 201: answer(registered, { user: example.userExample }) },
      problems: ["email.taken", "rate.limited"],
    }),
    openToAll,
    ownOrigin,
    jsonOnly,
    body(register),
    async (c) => {
      const input = c.req.valid("json");
      await enforceAuthLimits(c, input.email);
      return c.json({ user: await registerUser(c.get("ctx"), input) }, 201);
    },
  )
  .post(
    "/verify-email",
    documented({
      operation: "verifyEmail",
      tag,
      summary: "Verify the e-mail with the link of the mail",
      example: { token: example.tokenExample },
      answers: { 200: doneAnswer },
      problems: ["token.invalid"],
    }),
    openToAll,
    ownOrigin,
    jsonOnly,
    body(verifyInput),
    async (c) => {
      await verifyEmail(c.get("ctx"), c.req.valid("json").token);
      return c.json(DONE);
    },
  )
  .post(
    "/resend-verification",
    documented({
      operation: "resendVerification",
      tag,
      summary: "Mail another verification link",
      description: "The answer is the same whether or not the e-mail is anybody's.",
      example: { email: "sara@example.ma" },
      answers: { 200: doneAnswer },
      problems: ["rate.limited"],
    }),
    openToAll,
    ownOrigin,
    jsonOnly,
    body(resendInput),
    async (c) => {
      const [ctx, { email }] = [c.get("ctx"), c.req.valid("json")];
      await enforceAuthLimits(c, email);
      ctx.defer(() => resendVerification(ctx, email));
      return c.json(DONE);
    },
  );

const passwords = newApp()
  .post(
    "/password/forgot",
    documented({
      operation: "forgotPassword",
      tag,
      summary: "Mail a link for a new password",
      description: "The answer is the same whether or not the e-mail is anybody's.",
      example: { email: "sara@example.ma" },
      answers: { 200: doneAnswer },
      problems: ["rate.limited"],
    }),
    openToAll,
    ownOrigin,
    jsonOnly,
    body(forgotPassword),
    async (c) => {
      const [ctx, { email }] = [c.get("ctx"), c.req.valid("json")];
      await enforceAuthLimits(c, email);
      ctx.defer(() => requestPasswordReset(ctx, email));
      return c.json(DONE);
    },
  )
  .post(
    "/password/reset",
    documented({
      operation: "resetPassword",
      tag,
      summary: "Set a new password with the link of the mail",
      description: "Every session of the account is closed.",
      example: { token: example.tokenExample, password: "couscous-du-vendredi-9" },
      answers: { 200: doneAnswer },
      problems: ["token.invalid"],
    }),
    openToAll,
    ownOrigin,
    jsonOnly,
    body(resetInput),
    async (c) => {
      await resetPassword(c.get("ctx"), c.req.valid("json"));
      return c.json(DONE);
    },
  )
  .post(
    "/password/change",
    documented({
      operation: "changePassword",
      tag,
      summary: "Change the password",
      description: "Every other session of the account is closed.",
      example: { currentPassword: "tajine-citron-olives-7", newPassword: "couscous-du-vendredi-9" },
      answers: { 200: doneAnswer },
      problems: ["password.wrong"],
    }),
    signedInOnly,
    jsonOnly,
    body(changePasswordInput),
    async (c) => {
      await changePassword(c.get("ctx"), c.req.valid("json"));
      return c.json(DONE);
    },
  );

/** Opening an account, proving its address, and its password. */
export const signUpRoutes = newApp().route("/", accounts).route("/", passwords);
