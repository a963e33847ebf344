import { action, json, query } from "@solidjs/router";
import type {
  Connector,
  CreateConnector,
  CreatedConnector,
  DeliveryOutcome,
  InboundDelivery,
  UpdateConnector,
} from "../../../schemas/connectors.ts";
import { connectorsClient } from "../client.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

/** The merchant's connections to shops, couriers and servers. */
export const connectors = query(async (): Promise<readonly Connector[]> => {
  const answer = await connectorsClient.connectors.$get();
  return (await answer.json()).data;
}, "connectors.own");

export interface InboundPage {
  readonly data: readonly InboundDelivery[];
  readonly nextCursor: string | null;
}

export interface InboundFilter {
  readonly id: string;
  readonly outcome?: DeliveryOutcome | undefined;
  readonly cursor?: string | undefined;
}

/** A page of what the connector brought, newest first. */
export const inboundDeliveries = query(async ({ id, outcome, cursor }: InboundFilter): Promise<InboundPage> => {
  const answer = await connectorsClient.connectors[":id"].deliveries.$get({
    param: { id },
    query: { limit: "20", ...(outcome ? { outcome } : {}), ...(cursor ? { cursor } : {}) },
  });
  return answer.json();
}, "connectors.deliveries");

export const createConnector = action(async (input: CreateConnector) => {
  const answer = await connectorsClient.connectors.$post({ json: input });
  const created: CreatedConnector = await answer.json();
  return json(created, { revalidate: connectors.key });
}, forget);

export const updateConnector = action(async (id: string, input: UpdateConnector) => {
  const answer = await connectorsClient.connectors[":id"].$patch({ param: { id }, json: input });
  return json(await answer.json(), { revalidate: connectors.key });
}, forget);

export const removeConnector = action(async (id: string) => {
  await connectorsClient.connectors[":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: connectors.key });
}, forget);
