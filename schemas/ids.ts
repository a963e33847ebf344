import * as z from "zod";

/** TypeID prefixes: what each id names. */
export const ID_PREFIXES = [
  "usr",
  "key",
  "prd",
  "cat",
  "hst",
  "req",
  "lnk",
  "cpn",
  "cnv",
  "evt",
  "rfd",
  "com",
  "txn",
  "aud",
  "out",
  "ded",
  "kyc",
  "soc",
  "ses",
  "ntf",
  "mai",
  "adr",
  "img",
  "imp",
  "con",
  "inb",
  "tch",
  "clm",
  "evd",
  "frd",
  "frh",
  "fre",
  "whe",
  "whd",
] as const;
export type IdPrefix = (typeof ID_PREFIXES)[number];

/** A TypeID of the prefix: `usr_` and 26 characters of Crockford base32. */
export const typeId = (prefix: IdPrefix) => z.string().regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`));
