import * as z from "zod";
import { apiKey, createApiKey as createApiKeyInput, createdApiKey } from "../../../../schemas/api-keys.ts";
import { done } from "../../../../schemas/auth.ts";
import { pageOf, pageQuery } from "../../../../schemas/page.ts";
import {
  deleteAccount as deleteInput,
  notification,
  readNotifications,
  updateProfile as updateInput,
  user,
} from "../../../../schemas/users.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { signedInOnly } from "../../../http/session.ts";
import { clearSessionCookies } from "../../../http/session-cookies.ts";
import { body, jsonOnly, query } from "../../../http/validate.ts";
import { getMe, listNotifications } from "../../users/queries.ts";
import { markNotificationsRead } from "../../users/read-notifications.ts";
import { updateProfile } from "../../users/update-profile.ts";
import { userObject } from "../../users/user-object.ts";
import { createApiKey, revokeApiKey } from "../create-api-key.ts";
import { deleteAccount } from "../delete-account.ts";
import * as example from "../examples.ts";
import { exportAccount } from "../export-account.ts";
import { listApiKeys } from "../queries.ts";

const tag = "Users";
const DONE = { done: true } as const;
const doneAnswer = answer(done, DONE);
const { key: _, ...listedKeyExample } = example.apiKeyExample;
const exported = z.looseObject({ exportedAt: z.string(), user });
const notificationPage = pageOf(notification).extend({ unread: z.int() });

const profile = newApp()
  .get(
    "/me",
    documented({
      operation: "getMe",
      tag,
      summary: "Who is signed in",
      answers: { 200: answer(user, example.userExample) },
    }),
    signedInOnly,
    async (c) => c.json(userObject(await getMe(c.get("ctx")))),
  )
  .patch(
    "/me",
    documented({
      operation: "updateProfile",
      tag,
      summary: "Change profile or language",
      example: { displayName: "Sara El Idrissi", handle: "sara.style", phone: "06 12 34 56 78", locale: "ar" },
      answers: { 200: answer(user, example.userExample) },
      problems: ["handle.taken"],
    }),
    signedInOnly,
    jsonOnly,
    body(updateInput),
    async (c) => c.json(await updateProfile(c.get("ctx"), c.req.valid("json"))),
  )
  .delete(
    "/me",
    documented({
      operation: "deleteAccount",
      tag,
      summary: "Delete the account",
      description:
        "What names the person goes at once; orders and the ledger stay under the bare id for as long as the law asks.",
      example: { password: "tajine-citron-olives-7" },
      answers: { 200: doneAnswer },
      problems: ["password.wrong", "totp.required", "totp.wrong", "account.has_open_money", "role.required"],
    }),
    signedInOnly,
    jsonOnly,
    body(deleteInput),
    async (c) => {
      await deleteAccount(c.get("ctx"), c.req.valid("json"));
      clearSessionCookies(c);
      return c.json(DONE);
    },
  )
  .get(
    "/me/export",
    documented({
      operation: "exportAccount",
      tag,
      summary: "Everything kept about the account",
      answers: { 200: answer(exported, { exportedAt: "2026-11-23T09:00:00.000Z", user: example.userExample }) },
    }),
    signedInOnly,
    async (c) => {
      c.header("Content-Disposition", 'attachment; filename="shareyoursales-export.json"');
      return c.json(await exportAccount(c.get("ctx")));
    },
  );

const keys = newApp()
  .get(
    "/me/api-keys",
    documented({
      operation: "listApiKeys",
      tag,
      summary: "API keys",
      answers: { 200: answer(pageOf(apiKey), { data: [listedKeyExample], nextCursor: null }) },
    }),
    signedInOnly,
    async (c) => c.json(await listApiKeys(c.get("ctx"))),
  )
  .post(
    "/me/api-keys",
    documented({
      operation: "createApiKey",
      tag,
      summary: "Make an API key",
      description: "The key itself is in this answer and never again.",
      example: { name: "Boutique en ligne", scopes: ["conversions:write"] },
      answers: { 201: answer(createdApiKey, example.apiKeyExample) },
      problems: ["role.required", "email.not_verified", "key.limit_reached"],
    }),
    signedInOnly,
    jsonOnly,
    body(createApiKeyInput),
    async (c) => c.json(await createApiKey(c.get("ctx"), c.req.valid("json")), 201),
  )
  .delete(
    "/me/api-keys/:id",
    documented({
      operation: "revokeApiKey",
      tag,
      summary: "Revoke an API key",
      answers: { 200: doneAnswer },
      problems: ["key.not_found"],
    }),
    signedInOnly,
    async (c) => {
      await revokeApiKey(c.get("ctx"), c.req.param("id"));
      return c.json(DONE);
    },
  );

const told = newApp()
  .get(
    "/me/notifications",
    documented({
      operation: "listNotifications",
      tag,
      summary: "What the account was told, newest first",
      answers: { 200: answer(notificationPage, { data: [example.notificationExample], nextCursor: null, unread: 1 }) },
    }),
    signedInOnly,
    query(pageQuery),
    async (c) => c.json(await listNotifications(c.get("ctx"), c.req.valid("query"))),
  )
  .post(
    "/me/notifications/read",
    documented({
      operation: "readNotifications",
      tag,
      summary: "Mark notifications as read",
      example: { ids: "all" },
      answers: { 200: doneAnswer },
    }),
    signedInOnly,
    jsonOnly,
    body(readNotifications),
    async (c) => {
      await markNotificationsRead(c.get("ctx"), c.req.valid("json").ids);
      return c.json(DONE);
    },
  );

/** Everything under /api/users that is the signed-in person's own. */
export const usersRoutes = newApp().route("/", profile).route("/", keys).route("/", told);
