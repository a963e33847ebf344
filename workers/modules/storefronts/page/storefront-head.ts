import type { Storefront } from "../../../../schemas/storefronts.ts";
import type { Locale } from "../../../../schemas/users.ts";
import { storefrontText } from "./text/texts.ts";

const SCHEMA = "https://schema.org";

/** The storefront as search engines and previews show it, and what its page shows first. */
export function storefrontHead(storefront: Storefront, locale: Locale, appUrl: string) {
  const { handle, displayName, headline, items } = storefront;
  const path = `/@${handle}`;
  const values = { name: displayName };
  const description = headline[locale] || headline.fr || storefrontText(locale, "description", values);
  return {
    status: 200,
    title: storefrontText(locale, "title", values),
    description,
    path,
    type: "profile",
    image: items.flatMap(({ product }) => product.images)[0] ?? null,
    data: [
      {
        "@context": SCHEMA,
        "@type": "ProfilePage",
        url: `${appUrl}${path}`,
        mainEntity: { "@type": "Person", name: displayName, alternateName: handle, description },
      },
    ],
    pageData: storefront,
  } as const;
}

/** The page of a storefront that is not there, or not published. */
export function missingStorefrontHead(handle: string, locale: Locale) {
  return {
    status: 404,
    title: storefrontText(locale, "missingTitle"),
    description: storefrontText(locale, "missingDescription"),
    path: `/@${handle}`,
  } as const;
}
