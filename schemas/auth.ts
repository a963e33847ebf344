import * as z from "zod";
import { displayName, locale, user } from "./users.ts";

const email = z
  .string()
  .trim()
  .max(254)
  .refine((text) => z.email().safeParse(text).success, { params: { code: "email.wrong_form" } });
// NIST SP 800-63B-4: length counts, not composition; a list of common ones is refused besides.
const newPassword = z.string().min(10).max(200);
const password = z.string().min(1).max(200);
const totp = z.string().trim().max(20);
const token = z.string().min(20).max(200);

export const register = z
  .object({
    email,
    password: newPassword,
    role: z.enum(["influencer", "merchant"]),
    displayName,
    locale: locale.default("fr"),
    acceptTerms: z.boolean().refine((accepted) => accepted, { params: { code: "terms.not_accepted" } }),
  })
  .meta({ id: "Register" });
export type Register = z.infer<typeof register>;
export const registered = z.object({ user }).meta({ id: "Registered" });

export const login = z.object({ email, password, totp: totp.optional() }).meta({ id: "Login" });
export type Login = z.infer<typeof login>;

/** What signing in and refreshing answer; the same token is in the cookie. */
export const signedIn = z.object({ user, accessToken: z.string(), expiresAt: z.string() }).meta({ id: "SignedIn" });
export type SignedIn = z.infer<typeof signedIn>;

export const verifyEmail = z.object({ token }).meta({ id: "VerifyEmail" });
export type VerifyEmail = z.infer<typeof verifyEmail>;
export const resendVerification = z.object({ email }).meta({ id: "ResendVerification" });
export type ResendVerification = z.infer<typeof resendVerification>;
export const forgotPassword = z.object({ email }).meta({ id: "ForgotPassword" });
export type ForgotPassword = z.infer<typeof forgotPassword>;
export const resetPassword = z.object({ token, password: newPassword }).meta({ id: "ResetPassword" });
export type ResetPassword = z.infer<typeof resetPassword>;
export const changePassword = z.object({ currentPassword: password, newPassword }).meta({ id: "ChangePassword" });
export type ChangePassword = z.infer<typeof changePassword>;

/** `secret` is base32 for typing by hand, `uri` what an authenticator scans. */
export const totpSetup = z.object({ secret: z.string(), uri: z.string() }).meta({ id: "TotpSetup" });
export type TotpSetup = z.infer<typeof totpSetup>;
export const enableTotp = z.object({ code: totp.min(6) }).meta({ id: "EnableTotp" });
export type EnableTotp = z.infer<typeof enableTotp>;
/** Shown once: each opens the account one time when the phone is lost. */
export const totpEnabled = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: "TotpEnabled" });
export type TotpEnabled = z.infer<typeof totpEnabled>;
export const disableTotp = z.object({ password, code: totp.min(6) }).meta({ id: "DisableTotp" });
export type DisableTotp = z.infer<typeof disableTotp>;

export const csrfToken = z.object({ csrfToken: z.string() }).meta({ id: "CsrfToken" });
export type CsrfToken = z.infer<typeof csrfToken>;

export const accountSession = z
  .object({
    id: z.string(),
    device: z.string(),
    country: z.string().nullable(),
    createdAt: z.string(),
    lastUsedAt: z.string(),
    isCurrent: z.boolean(),
  })
  .meta({ id: "AccountSession" });
export type AccountSession = z.infer<typeof accountSession>;

/** The answer of what has nothing to tell: it was done, or would have been. */
export const done = z.object({ done: z.literal(true) }).meta({ id: "Done" });
