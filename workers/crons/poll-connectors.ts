import { pollConnector } from "../modules/tracking/connectors/polling/poll-connector.ts";
import { listDueConnectors } from "../modules/tracking/connectors/queries.ts";
import type { Context } from "../platform/context.ts";

const CONNECTORS_PER_RUN = 20;
const AT_ONCE = 5;

/** Asks the shops whose time has come, a few side by side; one that fails keeps no other from being asked. */
export async function pollConnectors(ctx: Context): Promise<void> {
  const due = await listDueConnectors(ctx, CONNECTORS_PER_RUN);
  for (let at = 0; at < due.length; at += AT_ONCE) {
    const polls = due.slice(at, at + AT_ONCE).map((connector) => pollConnector(ctx, connector));
    for (const result of await Promise.allSettled(polls)) {
      if (result.status === "rejected") ctx.log("error", "a shop could not be asked", { error: String(result.reason) });
    }
  }
}
