import type { Link } from "../../../schemas/links.ts";
import type { AffiliationRequest } from "../../../schemas/requests.ts";
import { textIn } from "../product-text.ts";

/** The affiliation a link belongs to, where it is known. */
export const requestOf = (link: Link, requests: readonly AffiliationRequest[] | undefined) =>
  requests?.find(({ id }) => id === link.requestId);

/** What a link is called: as its owner named it, else as its product is called. */
export function linkName(link: Link, productTitle: AffiliationRequest["product"]["title"] | undefined): string {
  return link.title ?? (productTitle ? textIn(productTitle) : link.slug);
}
