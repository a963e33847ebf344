import { sql } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { plainDigits } from "../../../schemas/text.ts";
import { Unauthorized } from "../../core/errors.ts";
import { tagHex } from "../../core/mac.ts";
import { unseal } from "../../core/seal.ts";
import { guarded, type Statement } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { UserRow } from "../users/tables.ts";
import { findRecoveryCode } from "./queries.ts";

export const TOTP_PURPOSE = "totp_secret";
const PERIOD_SECONDS = 30;
// One period before and after: RFC 6238, section 5.2, for clocks that are slightly off.
const WINDOW = 1;

/** The authenticator's generator for a secret in base32 (RFC 6238: SHA-1, 6 digits, 30 s, what every app understands). */
export function totpOf(secret: string, email: string): TOTP {
  return new TOTP({
    issuer: "ShareYourSales",
    label: email,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
  });
}

/** The step (30 s periods since 1970) that a code is good for, or undefined when it is wrong. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | undefined {
  const token = plainDigits(code).replace(/\D/g, "");
  const delta = token.length === 6 ? totpOf(secret, "").validate({ token, timestamp: nowMs, window: WINDOW }) : null;
  return delta === null ? undefined : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta;
}

/** The hash under which a recovery code is kept; case, spaces and dashes do not matter. */
export async function recoveryCodeHash(ctx: Context, userId: string, code: string): Promise<string> {
  const bare = plainDigits(code)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return tagHex((await ctx.secrets()).hashKey, `recovery:${userId}:${bare}`);
}

/**
 * What uses up the code of a sign-in: nothing when two-step sign-in is off, undefined when the code is wrong. A code opens
 * once: whoever sends it a second time loses the race in the commit.
 * @throws Unauthorized `totp.required`
 */
export async function spendSecondFactor(
  ctx: Context,
  user: UserRow,
  code: string | undefined,
): Promise<Statement[] | undefined> {
  if (user.totpEnabledAt === null || user.totpSealed === null) return [];
  if (!code) throw new Unauthorized("totp.required");
  const { sealKeys } = await ctx.secrets();
  const step = stepOfCode(await unseal(sealKeys, TOTP_PURPOSE, user.totpSealed), code, ctx.now());
  if (step !== undefined) {
    if (step <= user.totpLastStep) return undefined;
    return guarded(
      sql`UPDATE users SET totp_last_step = ${step} WHERE id = ${user.id} AND totp_last_step < ${step} AND totp_enabled_at IS NOT NULL`,
    );
  }
  const found = await findRecoveryCode(ctx, user.id, await recoveryCodeHash(ctx, user.id, code));
  if (!found) return undefined;
  return guarded(
    sql`UPDATE recovery_codes SET used_at = ${ctx.now()} WHERE user_id = ${user.id} AND code_hash = ${found.codeHash} AND used_at IS NULL`,
  );
}
