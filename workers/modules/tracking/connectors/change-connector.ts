import type { Connector, UpdateConnector } from "../../../../schemas/connectors.ts";
import { commit, retryLostRace } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { reopenKnownLabels } from "../inbound/reopen-known-labels.ts";
import { shownConnector } from "./connector-object.ts";
import { draftPolling, NO_POLLING } from "./draft-polling.ts";
import { getConnector } from "./queries.ts";
import { sealSecret } from "./secrets.ts";
import { updateConnector } from "./statements.ts";
import type { ConnectorRow } from "./tables.ts";

/**
 * Changes what is sent of the acting merchant's connector: its name, its secret, its status words, whether it takes anything in,
 * and how its shop is asked. Orders whose label is in a table from now on catch up.
 * @throws NotFound `connector.not_found`; what `draftPolling` throws
 */
export function changeConnector(ctx: Context, id: string, input: UpdateConnector): Promise<Connector> {
  return retryLostRace(() => attempt(ctx, id, input));
}

async function attempt(ctx: Context, id: string, input: UpdateConnector): Promise<Connector> {
  const read = await getConnector(ctx, id);
  const changes = await changesOf(ctx, read, input);
  const shown = await shownConnector(ctx, { ...read, ...changes });
  const what = { changed: Object.keys(input).sort().join(" "), state: changes.state ?? read.state };
  const statements = [
    ...updateConnector(ctx, read, changes),
    ...(input.statusMapping ? await reopenKnownLabels(ctx, { ...read, ...changes }) : []),
    happened(ctx, "connector.changed", id),
    audit(ctx, "connector.changed", id, what),
  ];
  await commit(ctx, statements, { status: 200, body: shown });
  return shown;
}

async function changesOf(
  ctx: Context,
  read: ConnectorRow,
  { name, secret, state, statusMapping, polling }: UpdateConnector,
): Promise<Partial<ConnectorRow>> {
  const isAskedAgain = state === "active" && read.state === "paused" && read.nextPollAt !== null;
  return {
    ...(name === undefined ? {} : { name }),
    ...(secret === undefined ? {} : { secretSealed: await sealSecret(ctx, read.id, secret) }),
    ...(state === undefined ? {} : { state }),
    ...(isAskedAgain ? { nextPollAt: ctx.now(), pollingFailures: 0 } : {}),
    ...(statusMapping === undefined ? {} : { statusMapping }),
    ...(polling === undefined ? {} : polling === null ? NO_POLLING : await draftPolling(ctx, read, polling)),
  };
}
