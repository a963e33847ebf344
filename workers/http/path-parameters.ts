import type { Operation } from "./describe-operation.ts";

type Parameter = NonNullable<Operation["parameters"]>[number];

/** What an id in a path names, by the word before it. */
const IDS: Readonly<Record<string, readonly [meaning: string, example: string]>> = {
  links: ["Id of the link", "lnk_01kaqh9a1bf3v8zc0m5n6p7q8r"],
  coupons: ["Id of the coupon code", "cpn_01kaqh9c5ef3v8zc0m5n6p7q8r"],
  users: ["Id of the person", "usr_01kaqh2m4nf3v8zc0m5n6p7q8r"],
  images: ["Id of the image", "img_01kaqh7x2tf3v8zc0m5n6p7q8r"],
  conversions: ["Id of the conversion", "cnv_01kaqhb0c9f2t8x4k6m7n8p9qa"],
  sessions: ["Id of the session", "ses_01kaqhd5f6f3v8zc0m5n6p7q8r"],
  "api-keys": ["Id of the key", "key_01kaqhd5f6f3v8zc0m5n6p7q8r"],
  "address-rules": ["Id of the rule", "adr_01kaqhd5f6f3v8zc0m5n6p7q8r"],
  connectors: ["Id of the connector", "con_01kaqhf3m8f3v8zc0m5n6p7q8r"],
  shopify: ["Id of the connector", "con_01kaqhf3m8f3v8zc0m5n6p7q8r"],
  woocommerce: ["Id of the connector", "con_01kaqhf3m8f3v8zc0m5n6p7q8r"],
  youcan: ["Id of the connector", "con_01kaqhf3m8f3v8zc0m5n6p7q8r"],
  courier: ["Id of the connector", "con_01kaqhf3m8f3v8zc0m5n6p7q8r"],
};
const ORDER = ["The shop's order id, or the id of the conversion (`cnv_…`)", "1001"] as const;

/** A parameter of the path with its meaning and an example; those of the query are described by their schemas. */
export function describeParameter(path: string, parameter: Parameter): Parameter {
  if (!("in" in parameter) || parameter.in !== "path") return parameter;
  const word = path.split("/").at(path.split("/").indexOf(`{${parameter.name}}`) - 1) ?? "";
  const known = parameter.name === "orderId" ? ORDER : IDS[word];
  if (!known) return parameter;
  return { ...parameter, description: known[0], example: known[1] };
}
