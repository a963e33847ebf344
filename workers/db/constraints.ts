import type { ProblemCode } from "../../schemas/problem.ts";
import { Conflict, Unauthorized } from "../core/errors.ts";

// UNIQUE is reported as `table.column[, table.column]`, CHECK by its name, RAISE by its text.
const PROBLEMS: readonly (readonly [sign: string, code: ProblemCode])[] = [
  ["lost_the_race", "row.changed"],
  ["UNIQUE constraint failed: conversions.merchant_id, conversions.order_id", "row.changed"],
  ["UNIQUE constraint failed: conversion_events.conversion_id, conversion_events.source", "row.changed"],
  ["UNIQUE constraint failed: conversion_events.undoes", "event.undo_refused"],
  ["UNIQUE constraint failed: refunds.conversion_id, refunds.refund_id", "row.changed"],
  ["UNIQUE constraint failed: commissions.conversion_id", "row.changed"],
  ["UNIQUE constraint failed: ledger_transactions.idempotency_key", "row.changed"],
  ["UNIQUE constraint failed: idempotency_keys.", "row.changed"],
  ["UNIQUE constraint failed: affiliate_requests.product_id, affiliate_requests.influencer_id", "request.already_open"],
  ["influencer_is_blocked", "request.blocked"],
  ["UNIQUE constraint failed: influencer_blocks.", "row.changed"],
  ["product_quota_is_reached", "product.quota_reached"],
  ["archived_products_stay_archived", "product.archived"],
  ["UNIQUE constraint failed: products.merchant_id, products.reference", "product.reference_taken"],
  ["UNIQUE constraint failed: merchant_hosts.host", "host.taken"],
  ["UNIQUE constraint failed: merchant_hosts.merchant_id, merchant_hosts.host", "row.changed"],
  ["UNIQUE constraint failed: affiliate_links.slug", "link.slug_taken"],
  ["UNIQUE constraint failed: coupons.merchant_id, coupons.code", "coupon.code_taken"],
  ["UNIQUE constraint failed: index 'users_email_is_unique'", "email.taken"],
  ["UNIQUE constraint failed: users.email", "email.taken"],
  ["UNIQUE constraint failed: index 'users_handle_is_unique'", "handle.taken"],
  ["UNIQUE constraint failed: users.handle", "handle.taken"],
  ["UNIQUE constraint failed: product_images.product_id, product_images.sha256", "row.changed"],
  ["UNIQUE constraint failed: product_imports.", "row.changed"],
  ["UNIQUE constraint failed: storefronts.user_id", "row.changed"],
  ["UNIQUE constraint failed: storefront_items.", "row.changed"],
  ["UNIQUE constraint failed: touches.", "row.changed"],
  ["UNIQUE constraint failed: index 'shops_have_their_own_prefix'", "connector.prefix_taken"],
  ["UNIQUE constraint failed: inbound_deliveries.connector_id, inbound_deliveries.delivery_key", "row.changed"],
  ["UNIQUE constraint failed: claims.influencer_id, claims.merchant_id, claims.order_ref", "claim.already_open"],
  ["UNIQUE constraint failed: claims.conversion_id", "claim.already_open"],
  ["UNIQUE constraint failed: claim_evidence.", "row.changed"],
  ["each_party_adds_at_most_3_pieces_of_evidence", "evidence.limit_reached"],
  ["decided_claims_take_no_evidence", "claim.already_decided"],
  ["owners_have_at_most_10_endpoints", "endpoint.limit_reached"],
  ["UNIQUE constraint failed: fraud_cases.subject", "row.changed"],
  ["UNIQUE constraint failed: fraud_hits.", "row.changed"],
  ["UNIQUE constraint failed: fraud_case_events.", "fraud.appeal_closed"],
  ["products_have_at_most_8_images", "image.limit_reached"],
];

/** The problem that a violated constraint stands for, or the failure itself when it is a bug. */
export function problemOfConstraint(failure: unknown): unknown {
  const message = failure instanceof Error ? failure.message : String(failure);
  if (message.includes("key_is_not_alive")) return new Unauthorized("key.invalid");
  const known = PROBLEMS.find(([sign]) => message.includes(sign));
  return known ? new Conflict(known[1]) : failure;
}
