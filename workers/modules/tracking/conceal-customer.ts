import { cityKey } from "../../../schemas/cities.ts";
import type { ReportConversion } from "../../../schemas/conversions.ts";
import { moroccanPhone, plainDigits } from "../../../schemas/text.ts";
import { tagHex } from "../../core/mac.ts";
import { seal } from "../../core/seal.ts";
import type { Context } from "../../platform/context.ts";
import { phoneQualityOf } from "../conversions/phone-quality.ts";
import type { ConversionRow } from "../conversions/tables.ts";

/** The purpose a customer's phone is kept for; it opens for no other (product.md, "Orders"). */
export const ORDER_CONFIRMATION = "order_confirmation";

type Concealed = Pick<
  ConversionRow,
  "customerPhoneHash" | "customerEmailHash" | "customerCity" | "city" | "customerPhoneSealed" | "phoneQuality"
>;

/** Customer data as it may be kept: keyed hashes for the fraud rules, the phone sealed for the merchant's order desk, the city. */
export async function concealCustomer(ctx: Context, customer: ReportConversion["customer"]): Promise<Concealed> {
  const phone = customer?.phone ? (moroccanPhone(customer.phone) ?? plainDigits(customer.phone).trim()) : "";
  const email = customer?.email?.trim().toLowerCase() ?? "";
  const { hashKey, sealKeys } = await ctx.secrets();
  return {
    customerPhoneHash: phone ? tagHex(hashKey, `phone:${phone}`) : null,
    customerEmailHash: email ? tagHex(hashKey, `email:${email}`) : null,
    customerCity: customer?.city?.trim() || null,
    city: cityKey(customer?.city ?? "") ?? null,
    phoneQuality: phone ? phoneQualityOf(phone) : null,
    customerPhoneSealed: phone ? await seal(sealKeys, ORDER_CONFIRMATION, phone, ctx.random(12)) : null,
  };
}
