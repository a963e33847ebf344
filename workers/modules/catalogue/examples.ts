import type { Category } from "../../../schemas/catalogue.ts";

export const categoryExample: Category = {
  id: "cat_01kay2v0p7f8sbt6s2m1q3n4d5",
  parentId: null,
  name: { fr: "Mode", en: "Fashion", ar: "أزياء" },
};
