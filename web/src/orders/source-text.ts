import { EVENT_SOURCES } from "../../../schemas/conversions.ts";
import { orderTexts } from "../text/orders/texts.ts";

/** Who told something of an order, in words: `shopify:con_…` is the Shopify shop. */
export function sourceText(source: string): string {
  const kind = EVENT_SOURCES.find((known) => known === source.split(":")[0]);
  return kind ? orderTexts().sources[kind] : orderTexts().sources.other;
}
