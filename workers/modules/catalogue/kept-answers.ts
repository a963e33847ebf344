import { listCategories } from "./queries.ts";

/** The categories, asked for by every visitor of the catalogue: kept for five minutes, ended by their tag. */
export const KEPT_CATEGORIES = {
  key: "categories:all",
  ttlSeconds: 300,
  tags: ["categories"],
  load: listCategories,
} as const;
