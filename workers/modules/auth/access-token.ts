import { jwtVerify, SignJWT } from "jose";
import type { Context } from "../../platform/context.ts";

const ISSUER = "shareyoursales";
const AUDIENCE = "shareyoursales-api";

export interface AccessToken {
  readonly token: string;
  /** UTC epoch ms. */
  readonly expiresAt: number;
}

/** A token of the session for ACCESS_TOKEN_EXPIRE_MINUTES (RFC 7519, HS256), signed with the current key. */
export async function mintAccessToken(ctx: Context, userId: string, sessionId: string): Promise<AccessToken> {
  const { jwtKeys } = await ctx.secrets();
  const key = jwtKeys.all.get(jwtKeys.currentId);
  if (!key) throw new Error("JWT_SECRET: has no current key");
  const issuedSeconds = Math.floor(ctx.now() / 1000);
  const expiresSeconds = issuedSeconds + ctx.config.ACCESS_TOKEN_EXPIRE_MINUTES * 60;
  const token = await new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: ctx.config.JWT_ALGORITHM, kid: jwtKeys.currentId, typ: "JWT" })
    .setSubject(userId)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedSeconds)
    .setExpirationTime(expiresSeconds)
    .sign(key);
  return { token, expiresAt: expiresSeconds * 1000 };
}

/** The session a token was signed for, or undefined when it is forged, foreign or has expired. */
export async function verifyAccessToken(ctx: Context, token: string): Promise<string | undefined> {
  const { jwtKeys } = await ctx.secrets();
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = jwtKeys.all.get(kid ?? "");
        if (!key) throw new Error("unknown key");
        return key;
      },
      {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: [ctx.config.JWT_ALGORITHM],
        currentDate: new Date(ctx.now()),
        requiredClaims: ["exp", "sub"],
      },
    );
    return typeof payload.sid === "string" ? payload.sid : undefined;
  } catch {
    return undefined;
  }
}
