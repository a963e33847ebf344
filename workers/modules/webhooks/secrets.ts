import { seal, unseal } from "../../core/seal.ts";
import type { Context } from "../../platform/context.ts";
import { hasOldSecret } from "./rules.ts";
import { SECRET_BYTES, secretOf } from "./sign-webhook.ts";
import type { EndpointRow } from "./tables.ts";

const PURPOSE = "webhook_secret";
const IV_BYTES = 12;

/** A new secret, and as it is kept. */
export async function makeSecret(ctx: Context): Promise<{ secret: string; sealed: string }> {
  const secret = secretOf(ctx.random(SECRET_BYTES));
  const { sealKeys } = await ctx.secrets();
  return { secret, sealed: await seal(sealKeys, PURPOSE, secret, ctx.random(IV_BYTES)) };
}

/** What signs now, the newest first. */
export async function openSecrets(ctx: Context, endpoint: EndpointRow): Promise<string[]> {
  const { sealKeys } = await ctx.secrets();
  const sealed = [endpoint.secretSealed, hasOldSecret(endpoint, ctx.now()) ? endpoint.oldSecretSealed : null];
  return Promise.all(sealed.flatMap((text) => (text === null ? [] : unseal(sealKeys, PURPOSE, text))));
}
