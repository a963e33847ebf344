import { actingUser } from "../../../core/actor.ts";
import { Forbidden, UpgradeRequired } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";

const MINUTE_MS = 60_000;

/**
 * Opens a socket on the actor's own feed, for as long as an access token lives: then the page comes back and proves anew
 * who it is.
 * @throws UpgradeRequired `socket.expected` @throws Forbidden `role.required`
 */
export function openFeed(ctx: Context, upgrade: string | undefined, after: number | undefined): Promise<Response> {
  const { id, role } = actingUser(ctx);
  if (role === "admin") throw new Forbidden("role.required");
  if (upgrade?.toLowerCase() !== "websocket") throw new UpgradeRequired("socket.expected");
  const url = new URL("https://live-feed.internal/");
  url.searchParams.set("owner", id);
  url.searchParams.set("until", String(ctx.now() + ctx.config.ACCESS_TOKEN_EXPIRE_MINUTES * MINUTE_MS));
  if (after !== undefined) url.searchParams.set("after", String(after));
  return ctx.liveFeeds.getByName(id).fetch(url, { headers: { Upgrade: "websocket" } });
}
