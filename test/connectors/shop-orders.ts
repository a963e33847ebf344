let last = Number(String(Date.now()).slice(-9));

/** An order id no other test uses; beyond 2^53 where asked, as Shopify's may be. */
export const newOrderId = (isLong = false) => `${isLong ? "90071992547" : ""}${last++}`;

export const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

/** An order as Shopify writes it. `id` goes into the body as a number, whatever its length. */
export function shopifyOrder(id: string, more: Record<string, unknown> = {}): string {
  const order = {
    id: 0,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    created_at: at(300),
    updated_at: at(290),
    cancelled_at: null,
    currency: "MAD",
    total_price: "335.00",
    subtotal_price: "300.00",
    taxes_included: false,
    payment_gateway_names: ["Cash on Delivery (COD)"],
    note_attributes: [],
    discount_codes: [],
    email: "client@example.ma",
    phone: "+212600000021",
    shipping_address: { city: "Casablanca", phone: "+212600000021" },
    line_items: [{ sku: "DJ-1", quantity: 2, price: "150.00", tax_lines: [] }],
    fulfillments: [],
    ...more,
  };
  return JSON.stringify(order).replace('"id":0', `"id":${id}`);
}

export function shopifyRefund(
  orderId: string,
  refundId: string,
  subtotals: readonly number[],
  more: object = {},
): string {
  const refund = {
    id: 0,
    order_id: 1,
    created_at: at(20),
    processed_at: at(20),
    transactions: [
      { kind: "refund", status: "success", amount: "45.00", currency: "MAD", gateway: "Cash on Delivery (COD)" },
    ],
    refund_line_items: subtotals.map((subtotal) => ({ subtotal })),
    ...more,
  };
  return JSON.stringify(refund).replace('"id":0', `"id":${refundId}`).replace('"order_id":1', `"order_id":${orderId}`);
}

/** An order as WooCommerce writes it. */
export function wooOrder(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: Number(id),
    status: "processing",
    currency: "MAD",
    total: "340.00",
    payment_method: "cod",
    date_created_gmt: at(300).slice(0, 19),
    date_modified_gmt: at(290).slice(0, 19),
    date_completed_gmt: null,
    billing: { city: "Fès", phone: "0600000013", email: "imane@example.ma" },
    shipping: { city: "Fès", phone: "" },
    meta_data: [],
    line_items: [
      { sku: "TAP", quantity: 1, total: "200.00" },
      { sku: "BOL", quantity: 2, total: "100.00" },
    ],
    coupon_lines: [],
    refunds: [],
    ...more,
  };
}

/** An order as YouCan writes it. */
export function youcanOrder(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    ref: "10245",
    total: 349.9,
    vat: 0,
    currency: "MAD",
    status_object: { slug: "open", name: "Open" },
    payment_status_new: "Unpaid",
    extra_fields: [],
    created_at: at(300),
    updated_at: at(290),
    customer: { phone: "+212600000014", email: null, city: "Rabat" },
    payment: { status_text: "unpaid", gateway_type: "cod", payload: { gateway: "cod" } },
    shipping: { price: 49.9, status_text: "unfulfilled", tracking_number: null, address: [] },
    variants: [{ price: 150, quantity: 2, variant: { sku: "MTR" } }],
    coupon: null,
    ...more,
  };
}
