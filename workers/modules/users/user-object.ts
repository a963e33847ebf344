import type { User } from "../../../schemas/users.ts";
import type { UserRow } from "./tables.ts";

/** A user as its owner and admins see it: nothing of password or second factor but whether it is there. */
export function userObject(row: UserRow): User {
  return {
    id: row.id,
    role: row.role,
    phone: row.phone,
    scopes: [...row.scopes],
    email: row.email,
    emailVerified: row.emailVerifiedAt !== null,
    displayName: row.displayName,
    handle: row.handle,
    locale: row.locale,
    state: row.state,
    totpEnabled: row.totpEnabledAt !== null,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}
