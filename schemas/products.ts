import * as z from "zod";
import { cityKey } from "./cities.ts";
import { amountMinor, rateBps } from "./money.ts";
import { pageOf, pageQuery } from "./page.ts";
import { PLANS } from "./plans.ts";
import { webUrl } from "./web-url.ts";

export const PRODUCT_KINDS = ["product", "service"] as const;
export const PRODUCT_STATES = ["active", "paused", "archived"] as const;
export const PRODUCT_SORTS = ["relevance", "newest", "rate", "price", "epc"] as const;
export const IMAGES_MAX = 8;
export const IMAGE_MAX_BYTES = 5 * 1024 * 1024;

/** A text in up to three languages; French is always there. */
const texts = (text: z.ZodString) => z.object({ fr: text, en: text.nullish(), ar: text.nullish() });
const title = z.string().trim().min(2).max(120);
const description = z.string().trim().max(4000);

/** A share of the price, or a fixed amount per sale. */
export const commission = z
  .object({ type: z.enum(["rate", "flat"]), rateBps: rateBps.nullish(), amountMinor: amountMinor.nullish() })
  .refine(({ type, ...given }) => (type === "rate" ? given.rateBps : given.amountMinor) != null, {
    params: { code: "commission.incomplete" },
  });

const city = z
  .string()
  .max(60)
  .refine((name) => cityKey(name) !== undefined, { params: { code: "city.unknown" } })
  .transform((name) => cityKey(name) ?? name);

const writable = {
  kind: z.enum(PRODUCT_KINDS),
  title: texts(title),
  description: texts(description),
  priceMinor: amountMinor,
  commission,
  categoryId: z.string().max(64),
  /** Empty: delivered everywhere. */
  cities: z.array(city).max(60),
  landingUrl: webUrl,
  /** The merchant's own name of it (SKU), unique among the merchant's products. */
  reference: z.string().trim().min(1).max(64).nullable(),
  inStock: z.boolean(),
  holdDays: z.int().min(0).max(60).nullable(),
  attributionDays: z.int().min(1).max(90),
};

export const createProduct = z
  .object({
    ...writable,
    kind: writable.kind.default("product"),
    description: writable.description.default({ fr: "" }),
    currency: z.literal("MAD").default("MAD"),
    cities: writable.cities.default([]),
    reference: writable.reference.default(null),
    inStock: writable.inStock.default(true),
    holdDays: writable.holdDays.default(null),
    attributionDays: writable.attributionDays.default(30),
    state: z.enum(["active", "paused"]).default("active"),
  })
  .meta({ id: "CreateProduct" });
export type CreateProduct = z.infer<typeof createProduct>;

/** What is absent stays. Archiving is for good. */
export const updateProduct = z
  .object({ ...writable, state: z.enum(PRODUCT_STATES) })
  .partial()
  .extend({
    imageIds: z.array(z.string().max(64)).max(IMAGES_MAX).optional().describe("All images, in their new order"),
  })
  .meta({ id: "UpdateProduct" });
export type UpdateProduct = z.infer<typeof updateProduct>;

/** What a picture shows, for those who cannot see it; may be empty. */
export const imageAlt = z.string().trim().max(200);
export const updateImage = z.object({ alt: imageAlt }).meta({ id: "UpdateImage" });
export type UpdateImage = z.infer<typeof updateImage>;

export const productImage = z
  .object({ id: z.string(), url: z.string(), alt: z.string(), width: z.int(), height: z.int() })
  .meta({ id: "ProductImage" });
export type ProductImage = z.infer<typeof productImage>;

export const product = z
  .object({
    id: z.string(),
    merchantId: z.string(),
    merchantName: z.string(),
    kind: z.enum(PRODUCT_KINDS),
    title: z.object({ fr: z.string(), en: z.string().nullable(), ar: z.string().nullable() }),
    description: z.object({ fr: z.string(), en: z.string().nullable(), ar: z.string().nullable() }),
    priceMinor: z.int(),
    currency: z.string(),
    commission: z.object({
      type: z.enum(["rate", "flat"]),
      rateBps: z.int().nullable(),
      amountMinor: z.int().nullable(),
      /** What one sale at the price pays the influencer, in centimes. */
      perSaleMinor: z.int(),
    }),
    categoryId: z.string(),
    cities: z.array(z.string()),
    landingUrl: z.string(),
    reference: z.string().nullable(),
    inStock: z.boolean(),
    holdDays: z.int().nullable(),
    attributionDays: z.int(),
    state: z.enum(PRODUCT_STATES),
    images: z.array(productImage),
    /** Of the last 90 days; null where there is nothing to divide by. */
    stats: z.object({ epcMinor: z.int().nullable(), deliveryRateBps: z.int().nullable(), conversions: z.int() }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Product" });
export type Product = z.infer<typeof product>;

export const productQuery = pageQuery
  .extend({
    q: z.string().trim().max(120).optional().describe("Words in French, English or Arabic"),
    category: z.string().max(64).optional().describe("A category id; a parent brings its children"),
    kind: z.enum(PRODUCT_KINDS).optional(),
    minRateBps: z.coerce.number().int().min(0).max(5000).optional(),
    maxPriceMinor: z.coerce.number().int().min(1).optional(),
    merchantId: z.string().max(64).optional(),
    city: city.optional(),
    sort: z.enum(PRODUCT_SORTS).optional().describe("`relevance` with words, else `newest`"),
  })
  .meta({ id: "ProductQuery" });
export type ProductQuery = z.infer<typeof productQuery>;

/** One page of the marketplace; facets count all that match, each without its own filter. */
export const productPage = pageOf(product)
  .extend({
    facets: z.object({
      categories: z.array(z.object({ id: z.string(), count: z.int() })),
      kinds: z.array(z.object({ kind: z.enum(PRODUCT_KINDS), count: z.int() })),
      cities: z.array(z.object({ city: z.string(), count: z.int() })),
    }),
    total: z.int(),
  })
  .meta({ id: "ProductPage" });
export type ProductPage = z.infer<typeof productPage>;

export const productList = z.object({ data: z.array(product) }).meta({ id: "ProductList" });

export const ownProductQuery = pageQuery
  .extend({ q: z.string().trim().max(120).optional(), state: z.enum(PRODUCT_STATES).optional() })
  .meta({ id: "OwnProductQuery" });
export type OwnProductQuery = z.infer<typeof ownProductQuery>;

/** One page of the merchant's own products, and what the plan allows: `productsMax` null is no limit. */
export const ownProductPage = pageOf(product)
  .extend({
    plan: z.object({
      name: z.enum(PLANS),
      feeBps: z.int(),
      productsActive: z.int(),
      productsMax: z.int().nullable(),
    }),
  })
  .meta({ id: "OwnProductPage" });
export type OwnProductPage = z.infer<typeof ownProductPage>;

/** The merchant as the marketplace shows one. */
export const merchantCard = z
  .object({
    id: z.string(),
    displayName: z.string(),
    handle: z.string().nullable(),
    hosts: z.array(z.string()),
    products: z.int(),
    deliveryRateBps: z.int().nullable(),
    memberSince: z.string(),
  })
  .meta({ id: "MerchantCard" });
export type MerchantCard = z.infer<typeof merchantCard>;

export const importQuery = z.object({
  dryRun: z.enum(["true", "false"]).optional().describe("`true`: show what would be, write nothing"),
});

export const IMPORT_ACTIONS = ["create", "update", "unchanged", "invalid"] as const;

/** What a CSV file does, line by line; the same with `dryRun` and without, where it has been done. */
export const importReport = z
  .object({
    id: z.string().nullable(),
    dryRun: z.boolean(),
    counts: z.object({ create: z.int(), update: z.int(), unchanged: z.int(), invalid: z.int() }),
    /** Lines done so far and in all: an import cut off in the middle goes on when the same file is sent again. */
    linesDone: z.int(),
    linesTotal: z.int(),
    lines: z.array(
      z.object({
        line: z.int(),
        action: z.enum(IMPORT_ACTIONS),
        reference: z.string(),
        title: z.string(),
        changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
        errors: z.array(z.object({ path: z.string(), message: z.string() })),
      }),
    ),
  })
  .meta({ id: "ImportReport" });
export type ImportReport = z.infer<typeof importReport>;
