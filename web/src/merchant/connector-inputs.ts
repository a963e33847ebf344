import type { ConnectorPlatform } from "../../../schemas/connectors.ts";

/** What the form of a new connector holds. */
export const NEW_CONNECTOR = {
  name: "",
  secret: "",
  orderIdPrefix: "",
  isPolled: false,
  "polling.apiUrl": "",
  "polling.token": "",
  "polling.everyMinutes": "15",
};
export type ConnectorInputs = typeof NEW_CONNECTOR;

export const YOUCAN_API = "https://api.youcan.shop";

/** Platforms that sign with a secret of their own. */
export const hasOwnSecret = (platform: ConnectorPlatform) => platform === "shopify" || platform === "youcan";
/** Platforms that can be asked for changed orders. */
export const canBePolled = (platform: ConnectorPlatform) => platform === "woocommerce" || platform === "youcan";
/** Platforms that bring orders of their own. */
export const isShop = (platform: ConnectorPlatform) => hasOwnSecret(platform) || platform === "woocommerce";

/** What was typed as the API takes it: only what the platform needs. */
export function judgedConnector(platform: ConnectorPlatform, inputs: ConnectorInputs) {
  const { name, secret, orderIdPrefix, isPolled } = inputs;
  return {
    platform,
    name,
    ...(hasOwnSecret(platform) ? { secret: secret.trim() } : {}),
    ...(isShop(platform) && orderIdPrefix !== "" ? { orderIdPrefix } : {}),
    ...(canBePolled(platform) && isPolled ? { polling: judgedPolling(inputs) } : {}),
  };
}

/** How the shop is to be asked. */
export function judgedPolling(inputs: Pick<ConnectorInputs, `polling.${"apiUrl" | "token" | "everyMinutes"}`>) {
  return {
    apiUrl: inputs["polling.apiUrl"].trim(),
    token: inputs["polling.token"].trim(),
    everyMinutes: Number(inputs["polling.everyMinutes"]),
  };
}
