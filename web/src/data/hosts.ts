import { action, json, query } from "@solidjs/router";
import type { AddHost, Host } from "../../../schemas/hosts.ts";
import { hostsClient } from "../client.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

/** The merchant's sites. */
export const hosts = query(async (): Promise<readonly Host[]> => {
  const answer = await hostsClient.hosts.$get();
  return (await answer.json()).data;
}, "hosts.own");

export const addHost = action(async (input: AddHost) => {
  const answer = await hostsClient.hosts.$post({ json: input });
  return json(await answer.json(), { revalidate: hosts.key });
}, forget);

/** Looks for the proof now. */
export const verifyHost = action(async (id: string) => {
  const answer = await hostsClient.hosts[":id"].verify.$post({ param: { id } });
  return json(await answer.json(), { revalidate: hosts.key });
}, forget);

export const removeHost = action(async (id: string) => {
  await hostsClient.hosts[":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: hosts.key });
}, forget);
