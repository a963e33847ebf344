import type { ProblemTexts } from "./texts.ts";

export const en: ProblemTexts = {
  problems: {
    "request.malformed": {
      title: "Unreadable request",
      detail: "The body must be JSON, with Content-Type: application/json.",
    },
    "request.invalid": { title: "Invalid data", detail: "One or more fields need correcting. Nothing was saved." },
    "request.too_large": { title: "Request too large", detail: "The body is over 64 KB. Nothing was saved." },
    "route.not_found": { title: "Unknown address", detail: "Nothing answers at this address." },
    "method.not_allowed": { title: "Method not allowed", detail: "This address does not take that method." },
    "key.missing": { title: "API key missing", detail: "Add the header Authorization: Bearer followed by your key." },
    "key.invalid": { title: "API key refused", detail: "The key is unknown, expired or revoked." },
    "key.scope_missing": { title: "Scope missing", detail: "This key lacks the scope this operation needs." },
    "role.required": { title: "Access denied", detail: "This operation is not open to your kind of account." },
    "admin.scope_missing": { title: "Access denied", detail: "Your admin account lacks this scope." },
    "account.suspended": { title: "Account suspended", detail: "This account is suspended. Please contact support." },
    "idempotency.key_reused": {
      title: "Idempotency key already used",
      detail: "This key served another request. Take a new one.",
    },
    "idempotency.key_invalid": {
      title: "Invalid idempotency key",
      detail: "It must be 1 to 255 visible ASCII characters.",
    },
    "row.changed": {
      title: "Changed at the same time",
      detail: "Somebody else has just changed this object. Nothing was saved: try again.",
    },
    "conversion.not_found": { title: "Order not found", detail: "None of your orders has this id." },
    "conversion.order_id_reused": {
      title: "Order id already used",
      detail: "This order exists with another amount, currency or payment.",
    },
    "conversion.currency_blocked": {
      title: "Exchange rate awaited",
      detail: "This foreign-currency order awaits its exchange rate.",
    },
    "conversion.rate_already_set": {
      title: "Rate already set",
      detail: "This order already has its value in dirhams.",
    },
    "event.id_reused": { title: "Event id already used", detail: "This event exists with other content." },
    "refund.id_reused": { title: "Refund id already used", detail: "This refund exists with another amount." },
    "link.not_found": { title: "Link not found", detail: "None of your links has this id." },
    "link.slug_taken": { title: "Short address already taken", detail: "Choose another short address." },
    "link.slug_reserved": { title: "Short address reserved", detail: "Choose another short address." },
    "link.target_outside_hosts": {
      title: "Destination not allowed",
      detail: "The destination must stay on one of the merchant's verified sites.",
    },
    "product.not_found": { title: "Product not found", detail: "This product does not exist or is no longer offered." },
    "request.not_approved": {
      title: "Affiliation not approved",
      detail: "The merchant has not approved your request for this product.",
    },
    "coupon.code_taken": { title: "Code already taken", detail: "This merchant already has the same code." },
    "coupon.rate_too_high": {
      title: "Rate too high",
      detail: "Only the merchant may grant a code a rate above the agreed one.",
    },
    "user.not_found": { title: "User not found", detail: "No user has this id." },
    "user.wrong_role": { title: "Not applicable", detail: "This operation does not apply to this kind of account." },
    "server.unavailable": {
      title: "Service unavailable for a moment",
      detail: "Nothing was saved. Try again shortly.",
    },
    "server.failed": { title: "Something went wrong", detail: "Nothing was saved. Give the request id to support." },
  },
  fields: {
    "currency.unknown": "Unknown ISO 4217 currency code",
    "date.in_future": "The date is in the future",
    "order_id.unusable": "This order id cannot be used",
    "order_id.reserved": "An order id may not look like a conversion id",
    "metadata.too_many_keys": "20 keys at most",
    "metadata.too_large": "4 KB at most",
    "event.says_nothing": "Give a status or a refund",
    "event.refund_twice": "Give refund or refundMinor, not both",
    "link.ends_before_start": "The end must come after the start",
    "link.slug_reserved": "This short address is reserved",
    "link.target_outside_hosts": "The destination must stay on one of the merchant's verified sites",
  },
};
