import type { UpdateProfile, User } from "../../../schemas/users.ts";
import { commit } from "../../db/commit.ts";
import type { Context } from "../../platform/context.ts";
import { audit } from "../audit/statements.ts";
import { happened } from "../outbox/statements.ts";
import { getMe } from "./queries.ts";
import { changeUser } from "./statements.ts";
import { userObject } from "./user-object.ts";

/** Changes what is sent of the acting user's profile. @throws Conflict `handle.taken` */
export async function updateProfile(ctx: Context, input: UpdateProfile): Promise<User> {
  const me = await getMe(ctx);
  const next = {
    displayName: input.displayName ?? me.displayName,
    locale: input.locale ?? me.locale,
    handle: input.handle === undefined ? me.handle : input.handle,
    phone: input.phone === undefined ? me.phone : input.phone,
  };
  const answer = userObject({ ...me, ...next });
  const changed = Object.keys(input).sort().join(",");
  await commit(
    ctx,
    [
      changeUser(ctx, me.id, next),
      happened(ctx, "user.changed", me.id),
      audit(ctx, "user.changed", me.id, { changed }),
    ],
    { status: 200, body: answer },
  );
  return answer;
}
