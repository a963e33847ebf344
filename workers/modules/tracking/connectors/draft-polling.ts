import type { CreateConnector } from "../../../../schemas/connectors.ts";
import { Invalid } from "../../../core/errors.ts";
import type { Context } from "../../../platform/context.ts";
import { isLocalUrl, isPublicUrl } from "../../../vendors/outbound/public-url.ts";
import { sealToken } from "./secrets.ts";
import type { ConnectorRow } from "./tables.ts";

type Polling = Pick<
  ConnectorRow,
  | "pollingUrl"
  | "pollingTokenSealed"
  | "pollingEveryMinutes"
  | "pollingCursor"
  | "pollingPage"
  | "pollingFailures"
  | "nextPollAt"
  | "lastPolledAt"
  | "lastError"
>;

/** Columns of a connector that is not polled. */
export const NO_POLLING: Polling = {
  pollingUrl: null,
  pollingTokenSealed: null,
  pollingEveryMinutes: null,
  pollingCursor: null,
  pollingPage: 1,
  pollingFailures: 0,
  nextPollAt: null,
  lastPolledAt: null,
  lastError: null,
};

/**
 * The columns of a connector whose shop is asked for changed orders: from now on, or on from where the same
 * shop was read to; the first time at once.
 * @throws Invalid `request.invalid` for a platform that is not polled, `endpoint.url_refused` for an address that may not be asked
 */
export async function draftPolling(
  ctx: Context,
  { id, platform, ...known }: Pick<ConnectorRow, "id" | "platform"> & Partial<Polling>,
  { apiUrl, token, everyMinutes }: NonNullable<CreateConnector["polling"]>,
): Promise<Polling> {
  if (platform !== "youcan" && platform !== "woocommerce")
    throw new Invalid("request.invalid", [{ path: "polling", message: "polling.unsupported" }]);
  const isOpen = isPublicUrl(apiUrl) || (ctx.vendors.door.allowsLocal && isLocalUrl(apiUrl));
  if (!isOpen) throw new Invalid("endpoint.url_refused");
  const { origin, pathname } = new URL(apiUrl);
  const pollingUrl = `${origin}${pathname}`.replace(/\/+$/, "");
  const cursor = known.pollingUrl === pollingUrl ? known.pollingCursor : null;
  return {
    ...NO_POLLING,
    pollingUrl,
    pollingTokenSealed: await sealToken(ctx, id, token),
    pollingEveryMinutes: everyMinutes,
    pollingCursor: cursor ?? ctx.now(),
    nextPollAt: ctx.now(),
  };
}
