import { action, json } from "@solidjs/router";
import type { OrderImportReport } from "../../../schemas/order-imports.ts";
import { orderImportsClient } from "../client.ts";
import { connectors } from "./connectors.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

/** What the file of orders would do, line by line; nothing is written. */
export async function tryOrders(file: File): Promise<OrderImportReport> {
  const answer = await orderImportsClient.conversions.import.$post({ query: { dryRun: "true" }, form: { file } });
  return answer.json();
}

// Every list of orders shows something else afterwards.
export const importOrders = action(async (file: File) => {
  const answer = await orderImportsClient.conversions.import.$post({ query: {}, form: { file } });
  return json(await answer.json());
}, forget);

/** What a courier's file would do by the tables of its connector. */
export async function tryParcels(connectorId: string, file: File): Promise<OrderImportReport> {
  const answer = await orderImportsClient.connectors[":id"].statuses.$post({
    param: { id: connectorId },
    query: { dryRun: "true" },
    form: { file },
  });
  return answer.json();
}

export const importParcels = action(async (connectorId: string, file: File) => {
  const answer = await orderImportsClient.connectors[":id"].statuses.$post({
    param: { id: connectorId },
    query: {},
    form: { file },
  });
  return json(await answer.json(), { revalidate: connectors.key });
}, forget);
