import type { Category } from "../../../../schemas/catalogue.ts";
import type { MerchantCard, Product, ProductPage } from "../../../../schemas/products.ts";
import type { Locale } from "../../../../schemas/users.ts";
import { pageText } from "./text/texts.ts";

interface Head {
  readonly status: 200 | 404;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly type?: "product" | "profile";
  readonly image?: Product["images"][number] | null;
  readonly data?: readonly Readonly<Record<string, unknown>>[];
}

const SCHEMA = "https://schema.org";

/** The product as search engines and previews show it: schema.org's Product or Service with its offer in dirhams. */
export function productHead(
  { product, category }: { product: Product; category: Category | undefined },
  locale: Locale,
  appUrl: string,
): Head {
  const path = `/products/${product.id}`;
  const values = { title: inLocale(product.title, locale), merchant: product.merchantName };
  const description = inLocale(product.description, locale) || pageText(locale, "productDescription", values);
  const offer = {
    "@type": "Offer",
    url: `${appUrl}${path}`,
    price: decimalOf(product.priceMinor),
    priceCurrency: product.currency,
    availability: `${SCHEMA}/${product.state === "active" && product.inStock ? "InStock" : "OutOfStock"}`,
    seller: { "@type": "Organization", name: product.merchantName },
  };
  const data = {
    "@context": SCHEMA,
    "@type": product.kind === "service" ? "Service" : "Product",
    name: values.title,
    description,
    ...(product.images.length > 0 && { image: product.images.map(({ url }) => url) }),
    ...(category && { category: category.name[locale] }),
    offers: offer,
  };
  return {
    status: 200,
    title: pageText(locale, "productTitle", values),
    description,
    path,
    type: "product",
    image: product.images[0] ?? null,
    data: [data],
  };
}

/** The merchant's page, under its handle where it has one. */
export function merchantHead(merchant: MerchantCard, locale: Locale, appUrl: string): Head {
  const path = `/merchants/${merchant.handle ?? merchant.id}`;
  const values = { merchant: merchant.displayName };
  const description = pageText(locale, "merchantDescription", values);
  const data = {
    "@context": SCHEMA,
    "@type": "Organization",
    name: merchant.displayName,
    url: `${appUrl}${path}`,
    ...(merchant.hosts.length > 0 && { sameAs: merchant.hosts.map((host) => `https://${host}/`) }),
  };
  return {
    status: 200,
    title: pageText(locale, "merchantTitle", values),
    description,
    path,
    type: "profile",
    data: [data],
  };
}

/** The marketplace, with the first products it shows as a list. */
export function marketplaceHead(page: Pick<ProductPage, "data">, locale: Locale, appUrl: string): Head {
  const items = page.data.map(({ id, title }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: inLocale(title, locale),
    url: `${appUrl}/products/${id}`,
  }));
  return {
    status: 200,
    title: pageText(locale, "marketplaceTitle"),
    description: pageText(locale, "marketplaceDescription"),
    path: "/marketplace",
    data: [{ "@context": SCHEMA, "@type": "ItemList", itemListElement: items }],
  };
}

/** A page that is not there, or no longer. */
export function missingHead(path: string, locale: Locale): Head {
  return {
    status: 404,
    title: pageText(locale, "missingTitle"),
    description: pageText(locale, "missingDescription"),
    path,
  };
}

const inLocale = (text: Product["title"], locale: Locale) => text[locale] || text.fr;

const decimalOf = (minor: number) => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
