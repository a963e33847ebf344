import type { SignedIn } from "../../../schemas/auth.ts";
import type { Statement } from "../../db/commit.ts";
import { insertRow } from "../../db/insert-row.ts";
import type { Context } from "../../platform/context.ts";
import type { UserRow } from "../users/tables.ts";
import { userObject } from "../users/user-object.ts";
import { mintAccessToken } from "./access-token.ts";
import { SESSION_MS } from "./rules.ts";
import { addRefreshToken, newToken } from "./statements.ts";
import { sessions } from "./tables.ts";

/** Where a sign-in comes from, as its owner will see it. */
export interface SignInPlace {
  readonly device: string;
  readonly country: string | null;
}

/** What a signed-in browser gets: the answer, and what goes into cookies alone. */
export interface OpenedSession {
  readonly answer: SignedIn;
  readonly sessionId: string;
  readonly refreshToken: string;
}

/** A new session of the user with its first tokens, and the statements that make it real. */
export async function draftSession(
  ctx: Context,
  user: UserRow,
  place: SignInPlace,
): Promise<{ session: OpenedSession; statements: Statement[] }> {
  const now = ctx.now();
  const sessionId = ctx.newId("ses");
  const { token, tokenHash } = await newToken(ctx);
  const row = {
    id: sessionId,
    userId: user.id,
    ...place,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: now + SESSION_MS,
    revokedAt: null,
    revokedReason: null,
  };
  return {
    session: { answer: await signedInAnswer(ctx, user, sessionId), sessionId, refreshToken: token },
    statements: [insertRow(sessions, row), addRefreshToken(ctx, sessionId, tokenHash)],
  };
}

/** The answer of signing in and of refreshing. */
export async function signedInAnswer(ctx: Context, user: UserRow, sessionId: string): Promise<SignedIn> {
  const { token, expiresAt } = await mintAccessToken(ctx, user.id, sessionId);
  return { user: userObject(user), accessToken: token, expiresAt: new Date(expiresAt).toISOString() };
}
