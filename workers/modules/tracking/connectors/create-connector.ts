import type * as z from "zod";
import {
  CONNECTORS_MAX,
  type ConnectorPlatform,
  type CreateConnector,
  type createdConnector,
} from "../../../../schemas/connectors.ts";
import { actingAs } from "../../../core/actor.ts";
import { toBase64Url } from "../../../core/base64url.ts";
import { Conflict, Invalid } from "../../../core/errors.ts";
import { commit } from "../../../db/commit.ts";
import type { Context } from "../../../platform/context.ts";
import { audit } from "../../audit/statements.ts";
import { happened } from "../../outbox/statements.ts";
import { shownConnector } from "./connector-object.ts";
import { draftPolling, NO_POLLING } from "./draft-polling.ts";
import { listConnectors } from "./queries.ts";
import { isShop, prefixesMeet } from "./rules.ts";
import { sealSecret } from "./secrets.ts";
import { insertConnector } from "./statements.ts";
import type { ConnectorRow } from "./tables.ts";

const SECRET_BYTES = 32;

/**
 * Connects a shop, a courier or the merchant's own server. A secret that is made here is told in this answer alone, and never
 * again: not even to a repeated Idempotency-Key.
 * @throws Conflict `connector.limit_reached`; `connector.prefix_needed`, `connector.prefix_taken` for a second shop
 * @throws Invalid `request.invalid` without the secret of a platform that has its own; what `draftPolling` throws
 */
export async function createConnector(ctx: Context, input: CreateConnector): Promise<z.infer<typeof createdConnector>> {
  const merchant = actingAs(ctx, "merchant");
  const own = await listConnectors(ctx);
  if (own.length >= CONNECTORS_MAX) throw new Conflict("connector.limit_reached");
  const orderIdPrefix = prefixOf(input, own);
  const secret = secretOf(ctx, input);
  const { platform, name } = input;
  const id = ctx.newId("con");
  const row: ConnectorRow = {
    id,
    merchantId: merchant.id,
    platform,
    name,
    secretSealed: await sealSecret(ctx, id, secret),
    orderIdPrefix,
    statusMapping: input.statusMapping ?? {},
    state: "active",
    ...(input.polling ? await draftPolling(ctx, { id, platform }, input.polling) : NO_POLLING),
    version: 1,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  };
  const shown = await shownConnector(ctx, row);
  const statements = [
    insertConnector(row),
    happened(ctx, "connector.created", id, { platform }),
    audit(ctx, "connector.created", id, { platform }),
  ];
  await commit(ctx, statements, { status: 201, body: { ...shown, secret: null } });
  return { ...shown, secret: input.secret === undefined ? secret : null };
}

// The ids of two shops must never meet. A postback may name a shop's orders, with its prefix or its own; couriers name what is known.
function prefixOf({ platform, orderIdPrefix }: CreateConnector, own: readonly ConnectorRow[]): string | null {
  if (platform === "postback") return orderIdPrefix ?? null;
  if (!isShop(platform)) return null;
  const shops = own.filter((row) => isShop(row.platform));
  const prefix = orderIdPrefix ?? null;
  if (prefix === null && shops.length > 0) throw new Conflict("connector.prefix_needed");
  if (shops.some((row) => prefixesMeet(row.orderIdPrefix, prefix))) throw new Conflict("connector.prefix_taken");
  return prefix;
}

// Shopify and YouCan sign with a secret of their own; WooCommerce takes the one it is given.
const SECRET_OF_THEIRS: ReadonlySet<ConnectorPlatform> = new Set(["shopify", "youcan"]);

function secretOf(ctx: Context, { platform, secret }: CreateConnector): string {
  if (secret !== undefined) return secret;
  if (SECRET_OF_THEIRS.has(platform))
    throw new Invalid("request.invalid", [{ path: "secret", message: "secret.missing" }]);
  return toBase64Url(ctx.random(SECRET_BYTES));
}
