import type { ChangePassword } from "../../../schemas/auth.ts";
import { actingUser } from "../../core/actor.ts";
import { Forbidden, Invalid } from "../../core/errors.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { getMe } from "../users/queries.ts";
import type { UserRow } from "../users/tables.ts";
import { checkPassword } from "./password.ts";
import { passwordFaults } from "./register-user.ts";
import { newPasswordStatements } from "./reset-password.ts";

/**
 * Changes the acting user's password; every other session is closed.
 * @throws Forbidden `password.wrong` @throws Invalid `request.invalid` for a common password
 */
export async function changePassword(ctx: Context, input: ChangePassword): Promise<void> {
  const { via } = actingUser(ctx);
  const me = await getMe(ctx);
  await provePassword(me, input.currentPassword);
  const faults = await passwordFaults("newPassword", input.newPassword, [me.email, me.displayName]);
  if (faults.length > 0) throw new Invalid("request.invalid", faults);
  const keptSession = via.kind === "session" ? via.sessionId : null;
  await commit(ctx, await newPasswordStatements(ctx, me, input.newPassword, keptSession));
}

/** For acts that a borrowed session must not do. @throws Forbidden `password.wrong` */
export async function provePassword(user: UserRow, password: string): Promise<void> {
  const { isRight } = await checkPassword(password, user.passwordHash);
  if (!isRight) throw new Forbidden("password.wrong");
}
