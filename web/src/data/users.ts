import { action, json, query } from "@solidjs/router";
import type { ApiKey, CreateApiKey, CreatedApiKey } from "../../../schemas/api-keys.ts";
import type { DeleteAccount, Notification, ReadNotifications, UpdateProfile, User } from "../../../schemas/users.ts";
import { usersClient } from "../client.ts";
import { ProblemError } from "../problem-error.ts";

const forget = { onComplete: (submission: { clear(): void }) => submission.clear() };

/** The person signed in, or null. */
export async function findMe(): Promise<User | null> {
  try {
    const answer = await usersClient.me.$get();
    return await answer.json();
  } catch (failure) {
    if (failure instanceof ProblemError && failure.code.startsWith("session.")) return null;
    throw failure;
  }
}

export const updateProfile = action(async (input: UpdateProfile): Promise<User> => {
  const answer = await usersClient.me.$patch({ json: input });
  return answer.json();
}, forget);

// A key that no query has: left out, every query is read again.
const NOTHING = "nothing";

export const deleteAccount = action(async (input: DeleteAccount) => {
  await usersClient.me.$delete({ json: input });
  // Nobody is signed in any more: reading anything again would only be refused.
  return json(undefined, { revalidate: NOTHING });
}, forget);

/** The account's data as a file. */
export async function exportData(): Promise<Blob> {
  const answer = await usersClient.me.export.$get();
  return answer.blob();
}

export const apiKeys = query(async (): Promise<readonly ApiKey[]> => {
  const answer = await usersClient.me["api-keys"].$get();
  return (await answer.json()).data;
}, "users.apiKeys");

export const createApiKey = action(async (input: CreateApiKey) => {
  const answer = await usersClient.me["api-keys"].$post({ json: input });
  const created: CreatedApiKey = await answer.json();
  return json(created, { revalidate: apiKeys.key });
}, forget);

export const revokeApiKey = action(async (id: string) => {
  await usersClient.me["api-keys"][":id"].$delete({ param: { id } });
  return json(undefined, { revalidate: apiKeys.key });
}, forget);

export interface NotificationPage {
  readonly data: readonly Notification[];
  readonly nextCursor: string | null;
}

export const notifications = query(async (cursor?: string): Promise<NotificationPage> => {
  const answer = await usersClient.me.notifications.$get({ query: cursor ? { cursor } : {} });
  return answer.json();
}, "users.notifications");

export const readNotifications = action(async (input: ReadNotifications) => {
  await usersClient.me.notifications.read.$post({ json: input });
  return json(undefined, { revalidate: notifications.key });
}, forget);
