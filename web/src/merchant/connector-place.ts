export const INTEGRATIONS = "/merchant/integrations";
export const SNIPPET = "/merchant/integrations/snippet";

/** The address of a connector's own page. */
export const connectorHref = (id: string) => `${INTEGRATIONS}/${encodeURIComponent(id)}`;
