import { sql } from "drizzle-orm";
import { Secret } from "otpauth";
import type { DisableTotp, TotpEnabled, TotpSetup } from "../../../schemas/auth.ts";
import { toBase32 } from "../../core/base32.ts";
import { Conflict, Forbidden, Unauthorized } from "../../core/errors.ts";
import { seal, unseal } from "../../core/seal.ts";
import { commit, guarded, type Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { queueMail } from "../mail/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getMe } from "../users/queries.ts";
import { changeUser } from "../users/statements.ts";
import type { UserRow } from "../users/tables.ts";
import { provePassword } from "./change-password.ts";
import { recoveryCodeHash, spendSecondFactor, stepOfCode, TOTP_PURPOSE, totpOf } from "./second-factor.ts";
import { recoveryCodes } from "./tables.ts";

const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 7;

/** A secret for the authenticator, kept but not in force until a code proves it arrived. @throws Conflict `totp.already_enabled` */
export async function setUpTotp(ctx: Context): Promise<TotpSetup> {
  const me = await getMe(ctx);
  if (me.totpEnabledAt !== null) throw new Conflict("totp.already_enabled");
  const secret = new Secret({ buffer: ctx.random(SECRET_BYTES).buffer }).base32;
  const { sealKeys } = await ctx.secrets();
  const totpSealed = await seal(sealKeys, TOTP_PURPOSE, secret, ctx.random(12));
  await commit(ctx, [changeUser(ctx, me.id, { totpSealed }), audit(ctx, "totp.set_up", me.id)]);
  return { secret, uri: totpOf(secret, me.email).toString() };
}

/**
 * Turns two-step sign-in on with a first code; answers ten recovery codes, shown this once.
 * @throws Conflict `totp.already_enabled`, `totp.not_enabled` @throws Unauthorized `totp.wrong`
 */
export async function enableTotp(ctx: Context, code: string): Promise<TotpEnabled> {
  const me = await getMe(ctx);
  if (me.totpEnabledAt !== null) throw new Conflict("totp.already_enabled");
  if (me.totpSealed === null) throw new Conflict("totp.not_enabled");
  const { sealKeys } = await ctx.secrets();
  const step = stepOfCode(await unseal(sealKeys, TOTP_PURPOSE, me.totpSealed), code, ctx.now());
  if (step === undefined) throw new Unauthorized("totp.wrong");
  const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(ctx));
  const rows = await Promise.all(
    codes.map(async (recovery) => ({
      userId: me.id,
      codeHash: await recoveryCodeHash(ctx, me.id, recovery),
      usedAt: null,
    })),
  );
  await commit(ctx, [
    ...guarded(
      sql`UPDATE users SET totp_enabled_at = ${ctx.now()}, totp_last_step = ${step} WHERE id = ${me.id} AND totp_enabled_at IS NULL`,
    ),
    sql`DELETE FROM recovery_codes WHERE user_id = ${me.id}`,
    ...rows.map((row) => insertRow(recoveryCodes, row)),
    ...(await totpChanged(ctx, me, "totp_enabled")),
  ]);
  return { recoveryCodes: codes };
}

/**
 * Turns two-step sign-in off, with password and code. Admins keep theirs.
 * @throws Conflict `totp.not_enabled` @throws Forbidden `totp.obligatory`, `password.wrong` @throws Unauthorized `totp.wrong`
 */
export async function disableTotp(ctx: Context, input: DisableTotp): Promise<void> {
  const me = await getMe(ctx);
  if (me.totpEnabledAt === null) throw new Conflict("totp.not_enabled");
  if (me.role === "admin") throw new Forbidden("totp.obligatory");
  await provePassword(me, input.password);
  const spent = await spendSecondFactor(ctx, me, input.code);
  if (spent === undefined) throw new Unauthorized("totp.wrong");
  await commit(ctx, [
    ...spent,
    changeUser(ctx, me.id, { totpEnabledAt: null, totpSealed: null }),
    sql`DELETE FROM recovery_codes WHERE user_id = ${me.id}`,
    ...(await totpChanged(ctx, me, "totp_disabled")),
  ]);
}

function newRecoveryCode(ctx: Context): string {
  const text = toBase32(ctx.random(RECOVERY_BYTES)).slice(0, 10);
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

async function totpChanged(
  ctx: Context,
  user: UserRow,
  template: "totp_enabled" | "totp_disabled",
): Promise<Statement[]> {
  const { id, email, locale, displayName } = user;
  return [
    await queueMail(ctx, { to: email, userId: id, locale, template, values: { name: displayName } }),
    happened(ctx, "user.totp_changed", id, { enabled: template === "totp_enabled" ? 1 : 0 }),
    audit(ctx, template === "totp_enabled" ? "totp.enabled" : "totp.disabled", id),
  ];
}
