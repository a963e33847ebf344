import type { Component } from "solid-js";
import type { Role } from "../../schemas/users.ts";
import { RequireSession } from "./session.tsx";

/** The page for people of the role alone; another role's page sends people to their own. */
export function ownedBy(role: Role, Page: Component) {
  return (
    <RequireSession roles={[role]}>
      <Page />
    </RequireSession>
  );
}
