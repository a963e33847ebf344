import type { GuideTexts } from "./texts.ts";

export const en: GuideTexts = {
  shopify: {
    secretStep:
      "In Shopify’s admin, open Settings › Notifications › Webhooks. “Your webhooks will be signed with” at the bottom of the page gives the signing key: copy it below.",
    noKeyStep:
      "If no key is shown, first create an “Order creation” webhook to your site’s address: the key appears. You replace the address afterwards.",
    createStep: "Open Settings › Notifications › Webhooks, then “Create webhook”.",
    topicsStep:
      "Create five, in JSON format, all to the same address: Order creation, Order payment, Order fulfillment, Order cancellation, Refund create.",
    urlStep: "Paste this address into the URL field, and keep the latest API version.",
    clickStep:
      "Paste the tracking snippet into your theme: it writes the click into the cart, as the attribute sys_click. Coupon codes are recognised without it.",
    testStep: "Place a test order: it appears in the log within seconds.",
  },
  woocommerce: {
    createStep: "In WordPress, open WooCommerce › Settings › Advanced › Webhooks, then “Add webhook”.",
    topicsStep:
      "Add two, status “Active”, API version “WP REST API Integration v3”: topic “Order created”, then topic “Order updated”.",
    urlStep: "Paste this address into “Delivery URL”.",
    secretStep: "Paste the secret shown here into “Secret”, the same for both.",
    clickStep:
      "Paste the tracking snippet into your theme: it writes the click into the order, as _sys_click. Coupon codes are recognised without it.",
    tokenStep: "To be asked: WooCommerce › Settings › Advanced › REST API › “Add key”, permission “Read”.",
    testStep: "Place a test order: it appears in the log within seconds.",
  },
  youcan: {
    appStep:
      "On partners.youcan.shop, create an app for your shop, with the rights edit-rest-hooks and reading orders, then install it.",
    secretStep: "Copy the app’s “Client secret” below: it signs the messages.",
    subscribeStep:
      "Subscribe this address to the events order.created, order.updated and order.paid, with the app’s access token:",
    command: "Command to run once per event",
    clickStep:
      "Paste the tracking snippet into your shop (Settings › Scripts). Coupon codes are recognised without it.",
    testStep: "Place a test order: it appears in the log within seconds.",
  },
  courier: {
    giveStep: "Give this address and the secret to your courier’s technical team.",
    sendStep: "At each change of a parcel’s state, it sends a JSON message like this one:",
    example: "A courier’s message",
    signStep:
      "It signs it in the header X-Sys-Signature: HMAC-SHA-256 of the body with the secret, in hex. Order number or tracking number: one of the two is enough.",
    csvStep: "Your courier cannot do that? Import its CSV file instead: the same table of labels applies.",
  },
  postback: {
    openStep: "At each order, and each change of state, your system opens this address:",
    example: "Address to open",
    signStep:
      "sig is the HMAC-SHA-256, in hex, of the other parameters as they are sent, sorted and joined by “&”. The secret is never in the address; ts is the time in seconds, within five minutes.",
    docsStep: "A complete example, step by step, is in the API documentation.",
  },
};
