import type { Connector } from "../../../../schemas/connectors.ts";
import type { Locale } from "../../../../schemas/users.ts";
import type { Context } from "../../../platform/context.ts";
import { inboundTexts, textOf } from "../inbound/text/texts.ts";
import { listLastDeliveries, listUnknownLabels } from "./queries.ts";
import { DEFAULT_MAPPINGS, meaningOfLabel } from "./rules.ts";
import type { ConnectorRow } from "./tables.ts";

const UNKNOWN_LABELS_SHOWN = 50;
const instant = (ms: number) => new Date(ms).toISOString();

/** Connectors as the API shows them: never with a secret, always with the labels that are still in no table. */
export async function connectorObjects(ctx: Context, rows: readonly ConnectorRow[]): Promise<Connector[]> {
  const ids = rows.map(({ id }) => id);
  const [labels, lastDeliveries] = await Promise.all([listUnknownLabels(ctx, ids), listLastDeliveries(ctx, ids)]);
  return rows.map((row) => {
    const unknown = labels.filter(
      ({ connectorId, label }) => connectorId === row.id && meaningOfLabel(row, label) === undefined,
    );
    return connectorObject(ctx, row, unknown.slice(0, UNKNOWN_LABELS_SHOWN), lastDeliveries.get(row.id));
  });
}

/** One connector as the API shows it. */
export async function shownConnector(ctx: Context, row: ConnectorRow): Promise<Connector> {
  const [shown] = await connectorObjects(ctx, [row]);
  return shown ?? connectorObject(ctx, row, [], undefined);
}

type UnknownLabel = Awaited<ReturnType<typeof listUnknownLabels>>[number];

function connectorObject(
  { config, locale }: Context,
  row: ConnectorRow,
  unknown: readonly UnknownLabel[],
  lastDeliveryAt: number | undefined,
): Connector {
  const path = row.platform === "postback" ? "/api/tracking/postback" : `/api/webhooks/${row.platform}/${row.id}`;
  return {
    id: row.id,
    platform: row.platform,
    name: row.name,
    state: row.state,
    webhookUrl: new URL(path, config.APP_URL).href,
    orderIdPrefix: row.orderIdPrefix,
    statusMapping: row.statusMapping,
    defaultMapping: DEFAULT_MAPPINGS[row.platform],
    unknownLabels: unknown.map(({ label, count, lastAt }) => ({ label, count, lastAt: instant(lastAt) })),
    polling: pollingOf(locale, row),
    lastDeliveryAt: lastDeliveryAt === undefined ? null : instant(lastDeliveryAt),
    createdAt: instant(row.createdAt),
  };
}

function pollingOf(locale: Locale, row: ConnectorRow): Connector["polling"] {
  const { pollingUrl, pollingEveryMinutes, nextPollAt, lastPolledAt, lastError } = row;
  if (pollingUrl === null || pollingEveryMinutes === null || nextPollAt === null) return null;
  return {
    apiUrl: pollingUrl,
    everyMinutes: pollingEveryMinutes,
    lastPolledAt: lastPolledAt === null ? null : instant(lastPolledAt),
    nextPollAt: instant(nextPollAt),
    lastError: lastError === null ? null : faultText(locale, lastError),
  };
}

function faultText(locale: Locale, fault: string): string {
  const { faults } = inboundTexts[locale];
  const status = /^http_(\d+)$/.exec(fault)?.[1];
  if (status === undefined) return textOf(faults, fault) ?? faults.unreachable;
  const text = status === "401" || status === "403" ? faults.credentials : faults.status;
  return text.replace("{status}", status);
}
