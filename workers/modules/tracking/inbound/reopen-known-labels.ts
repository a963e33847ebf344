import { DAY_MS } from "../../../core/calendar.ts";
import type { Statement } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { meaningOfLabel } from "../connectors/rules.ts";
import type { ConnectorRow } from "../connectors/tables.ts";
import { listUnknownSince } from "./queries.ts";
import { sealMeaning } from "./sealed-meaning.ts";
import { deliveryReopened } from "./statements.ts";

const REOPENED_MAX = 200;
const REOPENED_DAYS = 30;

/**
 * The statements that take up again what came in the last 30 days with a label that the connector's tables know only now: the
 * orders they were about catch up, as of when the word was said.
 */
export async function reopenKnownLabels(ctx: Context, connector: ConnectorRow): Promise<Statement[]> {
  const rows = await listUnknownSince(ctx, connector.id, ctx.now() - REOPENED_DAYS * DAY_MS, REOPENED_MAX);
  const known = rows.flatMap(({ label, conversionId, ...row }) =>
    label !== null && conversionId !== null && meaningOfLabel(connector, label) !== undefined
      ? [{ ...row, label, conversionId }]
      : [],
  );
  return Promise.all(
    known.map(async ({ id, label, conversionId, receivedAt }) => {
      const meaning = { kind: "label", label, conversionId, saidAt: receivedAt } as const;
      return deliveryReopened(ctx, id, await sealMeaning(ctx, id, meaning));
    }),
  );
}
