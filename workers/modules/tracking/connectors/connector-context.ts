import type { Context } from "../../../platform/context.ts";
import type { ConnectorRow } from "./tables.ts";

/** The context in which the connector's merchant acts through it: what it brings is the merchant's own word. */
export function connectorContext(ctx: Context, { id, merchantId }: Pick<ConnectorRow, "id" | "merchantId">): Context {
  const { idempotency: _, recalledKeyId: __, ...rest } = ctx;
  const via = { kind: "connector", connectorId: id } as const;
  return { ...rest, actor: { role: "merchant", id: merchantId, locale: ctx.locale, adminScopes: [], via } };
}

/** The connector as the source of orders and events. */
export function sourceOf({ platform, id }: Pick<ConnectorRow, "platform" | "id">): string {
  return `${platform}:${id}`;
}
