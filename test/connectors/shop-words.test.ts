import { describe, expect, it } from "vitest";
import type { ShopDelivery } from "../../schemas/shop-deliveries.ts";
import { readShopBody } from "../../workers/vendors/read-shop-body.ts";
import { shopifyOrder, shopifyRefund, wooOrder, youcanOrder } from "./shop-orders.ts";

const bytesOf = (body: unknown) => new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
const shopify = (topic: string, body: string): ShopDelivery => readShopBody("shopify", topic, bytesOf(body)).meaning;
const woo = (more: object, topic = "order.updated") =>
  readShopBody("woocommerce", topic, bytesOf(wooOrder("4790", { ...more })));
const youcan = (body: unknown) => readShopBody("youcan", null, bytesOf(body)).meaning;

describe("Shopify", () => {
  it.each([
    ["orders/create", {}, "placed"],
    ["orders/paid", {}, "collected"],
    ["orders/cancelled", {}, "cancelled"],
    ["orders/fulfilled", { fulfillments: [] }, "confirmed"],
    ["orders/fulfilled", { fulfillments: [{ status: "cancelled", shipment_status: "delivered" }] }, "confirmed"],
    ["orders/fulfilled", { fulfillments: [{ status: "success", shipment_status: null }] }, "confirmed"],
    ["orders/fulfilled", { fulfillments: [{ status: "success", shipment_status: "delivered" }] }, "delivered"],
    [
      "orders/fulfilled",
      {
        fulfillments: [
          { status: "success", shipment_status: "delivered" },
          { status: "cancelled", shipment_status: "failure" },
        ],
      },
      "delivered",
    ],
    [
      "orders/fulfilled",
      {
        fulfillments: [
          { status: "success", shipment_status: "delivered" },
          { status: "success", shipment_status: "out_for_delivery" },
        ],
      },
      "confirmed",
    ],
  ])("%s %o is %s", (topic, more, event) => {
    expect(shopify(topic, shopifyOrder("1", more)).event).toBe(event);
  });

  it.each([
    ["Cash on Delivery (COD)", "cod"],
    ["CASH ON DELIVERY", "cod"],
    ["COD - Maroc", "cod"],
    ["Paiement à la livraison", "cod"],
    ["PAIEMENT À LA LIVRAISON".normalize("NFD"), "cod"],
    ["الدفع عند الاستلام", "cod"],
    ["Carte bancaire (CMI)", "prepaid"],
    ["Code promo", "prepaid"],
    ["Decoded", "prepaid"],
    ["", "prepaid"],
  ])("a gateway called %s means %s", (name, payment) => {
    expect(shopify("orders/create", shopifyOrder("1", { payment_gateway_names: ["gift_card", name] })).payment).toBe(
      payment,
    );
  });

  it("keeps ids beyond 2^53 to the digit, of orders and of refunds", () => {
    expect(shopify("orders/create", shopifyOrder("900719925474099312345")).storeOrderId).toBe("900719925474099312345");
    expect(shopify("refunds/create", shopifyRefund("9007199254740993", "7", [])).storeOrderId).toBe("9007199254740993");
  });

  it("takes the taxes of the goods off what is commissionable only when prices include them", () => {
    const line_items = [
      { sku: "A", quantity: 1, price: "120.00", tax_lines: [{ price: "20.00" }, { price: "0.105" }] },
      { sku: "B", quantity: 1, price: "180.00", tax_lines: [] },
    ];
    const minor = (taxes_included: boolean) =>
      shopify("orders/create", shopifyOrder("1", { line_items, taxes_included })).commissionableMinor;
    expect([minor(true), minor(false)]).toEqual([30_000 - 2_011, 30_000]);
  });

  it("adds up refunds: what was paid back, and the goods of it", () => {
    const shop_money = { amount: "12.00", currency_code: "EUR" };
    const meaning = shopify(
      "refunds/create",
      shopifyRefund("5", "6", [0.1, 0.2, 29.99], {
        transactions: [
          { kind: "refund", status: "success", amount: "30.29", currency: "USD", gateway: "Stripe" },
          { kind: "refund", status: "pending", amount: "10.00", currency: "USD", gateway: "Stripe" },
          { kind: "void", status: "success", amount: "10.00", currency: "USD", gateway: "Stripe" },
        ],
        total_duties_set: { shop_money, presentment_money: { amount: "13.00", currency_code: "USD" } },
      }),
    );
    expect(meaning).toMatchObject({
      event: "refunded",
      payment: "prepaid",
      currency: "EUR",
      totalMinor: null,
      commissionableMinor: null,
      refundMinor: 3_029,
      refundCommissionableMinor: 3_029,
    });
  });

  it("knows neither payment nor amount of a refund without transactions, but its goods", () => {
    expect(shopify("refunds/create", shopifyRefund("5", "6", [45], { transactions: [] }))).toMatchObject({
      payment: null,
      refundMinor: 0,
      refundCommissionableMinor: 4_500,
    });
  });

  it("has a click token only from the attribute of that very name, and codes as they were typed", () => {
    const note_attributes = [
      { name: "SYS_CLICK", value: "a" },
      { name: "sys_click", value: "b" },
    ];
    const discount_codes = [{ code: "Salma10" }, { code: "سلمى" }];
    const meaning = shopify("orders/create", shopifyOrder("1", { note_attributes, discount_codes }));
    expect([meaning.clickToken, meaning.couponCodes]).toEqual(["b", ["Salma10", "سلمى"]]);
    expect(shopify("orders/create", shopifyOrder("1"))).not.toHaveProperty("clickToken");
  });
});

describe("WooCommerce", () => {
  it.each([
    ["pending", "cod", "placed"],
    ["on-hold", "cod", "placed"],
    ["processing", "bacs", "placed"],
    ["completed", "cod", "collected"],
    ["completed", "cmi", "delivered"],
    ["cancelled", "cod", "cancelled"],
    ["failed", "cmi", "cancelled"],
    ["refunded", "cod", "refunded"],
  ])("%s paid by %s is %s", (status, payment_method, event) => {
    const { meaning } = woo({ status, payment_method });
    expect(meaning).toMatchObject({ event, payment: payment_method === "cod" ? "cod" : "prepaid" });
    expect(meaning).not.toHaveProperty("rawStatus");
  });

  it("tells a status of the shop's own as it is", () => {
    expect(woo({ status: "chez-le-livreur" }).meaning).toMatchObject({ event: null, rawStatus: "chez-le-livreur" });
  });

  it("counts the goods alone as commissionable, and refunds as one positive sum", () => {
    const { meaning, facts } = woo({
      total: "340.00",
      refunds: [
        { id: 12, total: "-170.00" },
        { id: 9, total: "-34.00" },
      ],
    });
    expect(meaning).toMatchObject({ totalMinor: 34_000, commissionableMinor: 30_000, refundMinor: 20_400 });
    expect(facts.refunds).toEqual([
      { id: "9", amountMinor: 3_000 },
      { id: "12", amountMinor: 15_000 },
    ]);
    expect(woo({}).meaning).not.toHaveProperty("refundMinor");
  });

  it("rounds what the goods cost once, not line by line", () => {
    const line_items = ["33.333333", "33.333333", "33.333334"].map((total) => ({ quantity: 1, total }));
    expect(woo({ line_items }).meaning.commissionableMinor).toBe(10_000);
  });

  it("takes the click token from its own key alone, whatever else the order's data holds", () => {
    const meta_data = [
      { key: "_other", value: { deep: ["x"] } },
      { key: "sys_click", value: "no" },
      { key: "_sys_click", value: "yes" },
    ];
    expect(woo({ meta_data }).meaning.clickToken).toBe("yes");
  });
});

describe("YouCan", () => {
  const current = (more: object) => ({
    event_name: "order.created",
    event_happened_at: "x",
    data: youcanOrder("47d5", { ...more }),
  });

  it("finds the click token in each form of its extra fields", () => {
    for (const extra_fields of [
      { sys_click: "t" },
      [
        { name: "other", value: "o" },
        { name: "sys_click", value: "t" },
      ],
    ])
      expect(youcan(current({ extra_fields })).clickToken).toBe("t");
    for (const extra_fields of [[], null, {}, [{ name: "other", value: "t" }], undefined])
      expect(youcan(current({ extra_fields }))).not.toHaveProperty("clickToken");
  });

  it("reads the gateway from the payload, else beside it", () => {
    const paymentOf = (payment: object | null) => youcan(current({ payment })).payment;
    expect(paymentOf({ payload: { gateway: "cod" }, gateway: "cmi" })).toBe("cod");
    expect(paymentOf({ payload: { gateway: "cmi" }, gateway: "cod" })).toBe("prepaid");
    expect(paymentOf({ payload: [], gateway: "cod" })).toBe("cod");
    expect(paymentOf({ gateway_type: "cod" })).toBe("cod");
    expect(paymentOf(null)).toBe("prepaid");
  });

  it("takes shipping and VAT off the total, rounded to the minor unit", () => {
    const order = current({ total: 349.995, vat: 20.004, shipping: { price: 30 }, currency: "EUR" });
    expect(youcan(order)).toMatchObject({
      currency: "EUR",
      totalMinor: 35_000,
      commissionableMinor: 35_000 - 3_000 - 2_000,
    });
  });

  it("reads floats that are written with an exponent, and objects that PHP writes as empty lists", () => {
    const order = current({ total: 349.9, vat: 0.1 + 0.2 - 0.3, shipping: [], payment: [], customer: [], coupon: [] });
    expect(youcan(order)).toMatchObject({ totalMinor: 34_990, commissionableMinor: 34_990, payment: "prepaid" });
    expect(youcan(current({ total: "1.2345e2", vat: "", shipping: { price: "3.0E+1" } }))).toMatchObject({
      totalMinor: 12_345,
      commissionableMinor: 9_345,
    });
    expect(() => youcan(current({ total: "" }))).toThrow();
  });

  it("means a placed order by its legacy form, which has no envelope", () => {
    expect(youcan(youcanOrder("70b1", { coupon: { code: "nadia" } }))).toMatchObject({
      topic: "order.create",
      event: "placed",
      storeOrderId: "70b1",
      couponCodes: ["nadia"],
    });
  });
});
