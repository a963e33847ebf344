import type * as z from "zod";
import type { createForm } from "../form.ts";
import type { ProductInputs } from "./product-inputs.ts";

/** What the parts of a product's form share, whether it is created or changed. */
export type ProductFields = Omit<ReturnType<typeof createForm<ProductInputs, z.ZodType, unknown>>, "reset">;
