import { action, json, query } from "@solidjs/router";
import type * as auth from "../../../schemas/auth.ts";
import type { User } from "../../../schemas/users.ts";
import { authClient } from "../client.ts";

// What a submission was given is forgotten when it ends: a password stays nowhere but in its own field.
const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

export const register = action(async (input: auth.Register): Promise<User> => {
  const answer = await authClient.register.$post({ json: input });
  return (await answer.json()).user;
}, forget);

export const logIn = action(async (input: auth.Login): Promise<User> => {
  const answer = await authClient.login.$post({ json: input });
  return (await answer.json()).user;
}, forget);

export async function logOut(): Promise<void> {
  await authClient.logout.$post();
}

export const verifyEmail = action(async (input: auth.VerifyEmail) => {
  await authClient["verify-email"].$post({ json: input });
}, forget);

export const resendVerification = action(async (input: auth.ResendVerification) => {
  await authClient["resend-verification"].$post({ json: input });
}, forget);

export const forgotPassword = action(async (input: auth.ForgotPassword) => {
  await authClient.password.forgot.$post({ json: input });
}, forget);

export const resetPassword = action(async (input: auth.ResetPassword) => {
  await authClient.password.reset.$post({ json: input });
}, forget);

export const changePassword = action(async (input: auth.ChangePassword) => {
  await authClient.password.change.$post({ json: input });
  return json(undefined, { revalidate: accountSessions.key });
}, forget);

export async function setUpTotp(): Promise<auth.TotpSetup> {
  const answer = await authClient.totp.setup.$post();
  return answer.json();
}

export const enableTotp = action(async (input: auth.EnableTotp): Promise<readonly string[]> => {
  const answer = await authClient.totp.enable.$post({ json: input });
  return (await answer.json()).recoveryCodes;
}, forget);

export const disableTotp = action(async (input: auth.DisableTotp) => {
  await authClient.totp.disable.$post({ json: input });
}, forget);

export const accountSessions = query(async (): Promise<readonly auth.AccountSession[]> => {
  const answer = await authClient.sessions.$get();
  return (await answer.json()).data;
}, "auth.sessions");

export const revokeSession = action(async (id: string) => {
  await authClient.sessions[":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: accountSessions.key });
}, forget);
