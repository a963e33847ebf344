import { action, json, query } from "@solidjs/router";
import type {
  CreateEndpoint,
  Endpoint,
  EndpointWithSecret,
  UpdateEndpoint,
  WebhookDelivery,
} from "../../../schemas/webhooks.ts";
import { webhooksClient } from "../client.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

/** Where the person is told of state changes. */
export const endpoints = query(async (): Promise<readonly Endpoint[]> => {
  const answer = await webhooksClient.endpoints.$get();
  return (await answer.json()).data;
}, "webhooks.endpoints");

export const endpoint = query(async (id: string): Promise<Endpoint> => {
  const answer = await webhooksClient.endpoints[":id"].$get({ param: { id } });
  return answer.json();
}, "webhooks.endpoint");

export interface WebhookDeliveryPage {
  readonly data: readonly WebhookDelivery[];
  readonly nextCursor: string | null;
}

export interface WebhookDeliveryFilter {
  readonly id: string;
  readonly state?: WebhookDelivery["state"] | undefined;
  readonly cursor?: string | undefined;
}

/** A page of what was sent to the endpoint, newest first. */
export const webhookDeliveries = query(
  async ({ id, state, cursor }: WebhookDeliveryFilter): Promise<WebhookDeliveryPage> => {
    const answer = await webhooksClient.endpoints[":id"].deliveries.$get({
      param: { id },
      query: { limit: "20", ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) },
    });
    return answer.json();
  },
  "webhooks.deliveries",
);

const CHANGED = [endpoints.key, endpoint.key];

export const createEndpoint = action(async (input: CreateEndpoint) => {
  const answer = await webhooksClient.endpoints.$post({ json: input });
  const created: EndpointWithSecret = await answer.json();
  return json(created, { revalidate: CHANGED });
}, forget);

export const updateEndpoint = action(async (id: string, input: UpdateEndpoint) => {
  const answer = await webhooksClient.endpoints[":id"].$patch({ param: { id }, json: input });
  const updated: EndpointWithSecret = await answer.json();
  return json(updated, { revalidate: [...CHANGED, webhookDeliveries.key] });
}, forget);

export const removeEndpoint = action(async (id: string) => {
  await webhooksClient.endpoints[":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: endpoints.key });
}, forget);

/** Sends a test; what becomes of it is read from the log. */
export const testEndpoint = action(async (id: string) => {
  const answer = await webhooksClient.endpoints[":id"].test.$post({ param: { id } });
  return json(await answer.json(), { revalidate: webhookDeliveries.key });
}, forget);

export const replayDelivery = action(async (id: string) => {
  const answer = await webhooksClient.deliveries[":id"].replay.$post({ param: { id } });
  return json(await answer.json(), { revalidate: webhookDeliveries.key });
}, forget);
