import { seal, unseal } from "../../../core/seal.ts";
import type { Context } from "../../../platform/context.ts";
import type { ConnectorRow } from "./tables.ts";

// Bound to its row, so that what was sealed for one connector does not open in another's.
const secretPurpose = (id: string) => `connector_secret:${id}`;
const tokenPurpose = (id: string) => `connector_token:${id}`;

/** What a platform signs its deliveries with, as it may be kept. */
export async function sealSecret(ctx: Context, connectorId: string, secret: string): Promise<string> {
  return seal((await ctx.secrets()).sealKeys, secretPurpose(connectorId), secret, ctx.random(12));
}

/** What the connector's platform signs with. */
export async function openSecret(ctx: Context, { id, secretSealed }: ConnectorRow): Promise<string> {
  return unseal((await ctx.secrets()).sealKeys, secretPurpose(id), secretSealed);
}

/** The token a shop's API is asked with, as it may be kept. */
export async function sealToken(ctx: Context, connectorId: string, token: string): Promise<string> {
  return seal((await ctx.secrets()).sealKeys, tokenPurpose(connectorId), token, ctx.random(12));
}

/** The token to ask the connector's shop with. */
export async function openToken(ctx: Context, id: string, sealed: string): Promise<string> {
  return unseal((await ctx.secrets()).sealKeys, tokenPurpose(id), sealed);
}
