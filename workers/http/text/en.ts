import type { CommonTexts } from "./texts.ts";

export const en: CommonTexts = {
  "request.malformed": {
    title: "Unreadable request",
    detail: "The body must be JSON, with Content-Type: application/json.",
  },
  "request.invalid": { title: "Invalid data", detail: "One or more fields need correcting. Nothing was saved." },
  "request.too_large": {
    title: "Request too large",
    detail: "The body is larger than this address takes. It was not read and nothing was saved.",
  },
  "route.not_found": { title: "Unknown address", detail: "Nothing answers at this address." },
  "method.not_allowed": { title: "Method not allowed", detail: "This address does not take that method." },
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
  "session.missing": {
    title: "Sign-in needed",
    detail: "Sign in, or send the header Authorization: Bearer with an API key.",
  },
  "session.expired": { title: "Session ended", detail: "Your session has expired or was closed. Sign in again." },
  "session.reused": {
    title: "Session closed for safety",
    detail: "An old token of this session was used again. It is closed: sign in again.",
  },
  "session.raced": {
    title: "Session already renewed",
    detail: "Another window has just renewed the session. Try again.",
  },
  "session.not_found": { title: "Session not found", detail: "This session does not exist or is not yours." },
  "session.required": { title: "Password sign-in needed", detail: "This takes a signed-in session, not an API key." },
  "login.failed": { title: "Sign-in refused", detail: "The e-mail or the password is not right." },
  "login.slowed": {
    title: "Too many tries",
    detail: "Wait before the next try. Resetting the password by e-mail lifts the wait.",
  },
  "totp.required": {
    title: "Six-digit code needed",
    detail: "Add the code of your authenticator app, or a recovery code.",
  },
  "totp.wrong": { title: "Code refused", detail: "This code is not right, or it was used before." },
  "totp.already_enabled": {
    title: "Two-step sign-in already on",
    detail: "Turn it off before you set up a new one.",
  },
  "totp.not_enabled": { title: "Two-step sign-in is off", detail: "None is set up or being set up on this account." },
  "totp.obligatory": { title: "Two-step sign-in is obligatory", detail: "An admin account must keep it on." },
  "email.taken": {
    title: "E-mail already in use",
    detail: "There is an account with this e-mail. Sign in or ask for a new password.",
  },
  "email.not_verified": {
    title: "E-mail not confirmed",
    detail: "Confirm your e-mail first, with the message you received.",
  },
  "token.invalid": { title: "Link refused", detail: "This link is unknown, expired or was used. Ask for a new one." },
  "password.wrong": { title: "Password refused", detail: "The current password is not right." },
  "csrf.invalid": {
    title: "Request not confirmed",
    detail: "The protection token is missing or not of this session. Reload the page.",
  },
  "origin.foreign": { title: "Origin refused", detail: "This request does not come from our site." },
  "rate.limited": {
    title: "Too many requests",
    detail: "The limit is reached. Try again after the time that Retry-After gives.",
  },
  "address.denied": { title: "Network address blocked", detail: "Requests from this address are not accepted." },
  "rule.not_found": { title: "Rule not found", detail: "This address rule does not exist." },
  "key.not_found": { title: "Key not found", detail: "This key does not exist or is not yours." },
  "key.limit_reached": { title: "Too many keys", detail: "Revoke a key before you make another." },
  "handle.taken": { title: "Handle already taken", detail: "Choose another one." },
  "account.has_open_money": {
    title: "Account still in use",
    detail: "Money is still due or on its way. The account can be deleted afterwards.",
  },
  "mail.not_found": { title: "Mail not found", detail: "This mail does not exist." },
  "product.quota_reached": {
    title: "Product limit reached",
    detail: "Your plan allows no more active products. Pause one or change plan.",
  },
  "product.not_active": { title: "Product paused", detail: "This product is not offered at the moment." },
  "product.archived": {
    title: "Product archived",
    detail: "An archived product no longer changes. Create a new one.",
  },
  "product.reference_taken": {
    title: "Reference already taken",
    detail: "Another of your products has this reference.",
  },
  "product.landing_outside_hosts": {
    title: "Page outside your verified sites",
    detail: "The landing page must be on a site you have proven to own.",
  },
  "host.not_found": { title: "Site not found", detail: "This site is not in your list." },
  "host.taken": { title: "Site already verified", detail: "This site is verified by another account." },
  "host.proof_missing": {
    title: "Proof not found",
    detail: "Neither the DNS record nor the tag is visible yet. A DNS change can take an hour.",
  },
  "host.in_use": { title: "Site in use", detail: "Products lead to this site. Change their landing page first." },
  "image.type_unsupported": { title: "Image format refused", detail: "Send a JPEG, PNG, WebP or AVIF image." },
  "image.unreadable": { title: "Image unreadable", detail: "This file is not a whole image." },
  "image.too_many_pixels": { title: "Image too large", detail: "An image has at most 25 megapixels." },
  "image.carries_metadata": {
    title: "Image with hidden data",
    detail: "Save this image without its metadata, or as JPEG.",
  },
  "image.limit_reached": { title: "Too many images", detail: "A product has at most 8 images." },
  "image.not_found": { title: "Image not found", detail: "This image does not exist." },
  "import.malformed": { title: "File unreadable", detail: "This file is not a CSV with the expected header line." },
  "import.too_long": { title: "File too long", detail: "A file has at most 10,000 lines." },
  "import.has_faults": {
    title: "Some lines are wrong",
    detail: "Nothing was imported. Correct the lines shown and send the file again.",
  },
  "request.not_found": { title: "Request not found", detail: "This request does not exist." },
  "request.already_open": {
    title: "Request already open",
    detail: "You already have an open or approved request for this product.",
  },
  "request.too_soon": {
    title: "Too soon to ask again",
    detail: "After a rejection you can ask again after 30 days.",
  },
  "request.already_decided": {
    title: "Request already decided",
    detail: "This request no longer waits for a decision.",
  },
  "request.blocked": { title: "Request not possible", detail: "This merchant does not accept your requests." },
  "link.slug_refused": { title: "Short address refused", detail: "Choose another short address." },
  "coupon.not_found": { title: "Code not found", detail: "This code does not exist." },
  "storefront.not_found": {
    title: "Storefront not found",
    detail: "This storefront does not exist or is not published.",
  },
  "storefront.handle_missing": {
    title: "Choose a public name",
    detail: "A storefront needs your public name: choose it in your profile.",
  },
  "server.unavailable": {
    title: "Service unavailable for a moment",
    detail: "Nothing was saved. Try again shortly.",
  },
  "server.failed": { title: "Something went wrong", detail: "Nothing was saved. Give the request id to support." },
};
