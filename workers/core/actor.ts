import type { ApiScope } from "../../schemas/api-keys.ts";
import type { AdminScope, Locale, Role } from "../../schemas/users.ts";
import { Forbidden } from "./errors.ts";

/** Who acts, made in one place (`http/session.ts`); `system` is a queue or a cron, `anonymous` anyone. */
export type Actor =
  | { readonly role: "anonymous" }
  | { readonly role: "system"; readonly job: string }
  | {
      readonly role: Role;
      readonly id: string;
      readonly locale: Locale;
      readonly adminScopes: readonly AdminScope[];
      readonly via: Proof;
    };

/** How a user was recognised: an API key, a session opened with a password, or a shop's signed delivery. */
export type Proof =
  | { readonly kind: "key"; readonly keyId: string; readonly scopes: readonly ApiScope[] }
  | { readonly kind: "session"; readonly sessionId: string; readonly hasTotp: boolean }
  | { readonly kind: "connector"; readonly connectorId: string };

export type UserActor = Extract<Actor, { id: string }>;

/** The id that audit rows name: the user's, or the job's. */
export function actorIdOf(actor: Actor): string {
  if (actor.role === "anonymous") return "anonymous";
  return actor.role === "system" ? `system:${actor.job}` : actor.id;
}

/** The acting user, whatever the role. @throws Forbidden `role.required` */
export function actingUser(ctx: { readonly actor: Actor }): UserActor {
  if (ctx.actor.role === "anonymous" || ctx.actor.role === "system") throw new Forbidden("role.required");
  return ctx.actor;
}

/** The acting user of the role. @throws Forbidden `role.required` */
export function actingAs(ctx: { readonly actor: Actor }, role: Role): UserActor {
  const user = actingUser(ctx);
  if (user.role !== role) throw new Forbidden("role.required");
  return user;
}

/** The acting admin, whatever the scopes: all staff may read. @throws Forbidden `role.required` */
export const actingStaff = (ctx: { readonly actor: Actor }): UserActor => actingAs(ctx, "admin");

/** The acting admin, who has the scope or is an owner. @throws Forbidden `role.required`, `admin.scope_missing` */
export function actingAdmin(ctx: { readonly actor: Actor }, scope: AdminScope): UserActor {
  const admin = actingAs(ctx, "admin");
  if (!admin.adminScopes.includes(scope) && !admin.adminScopes.includes("owner"))
    throw new Forbidden("admin.scope_missing");
  return admin;
}
