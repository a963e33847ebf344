import { addressWith } from "../url-state.ts";

export const ORDER_IMPORT = "/merchant/orders/import";

/** Where a courier's file is imported; the connector is in the address once it is chosen. */
export const parcelImportHref = (connector?: string) => addressWith(ORDER_IMPORT, { mode: "parcels", connector });
