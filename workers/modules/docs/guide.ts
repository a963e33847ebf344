/** How many requests a minute each kind of caller may make, for the table of the guide. */
export type LimitRow = readonly [caller: string, perMinute: number];

/** What the API is and how to speak with it: the first page of its documentation, in Markdown. */
export function apiGuide(limits: readonly LimitRow[], supportEmail: string): string {
  const rows = limits.map(([caller, perMinute]) => `| ${caller} | ${perMinute} |`).join("\n");
  return [
    INTRODUCTION,
    PROOF,
    MONEY,
    LISTS,
    IDEMPOTENCY,
    SHOPS,
    OTHER_WAYS,
    WEBHOOKS,
    LIVE,
    ERRORS,
    RATES.replace("{rows}", rows),
    VERSIONS,
    `## Help\n\nWrite to [${supportEmail}](mailto:${supportEmail}) and quote the \`X-Request-ID\` of the answer.`,
  ].join("\n\n");
}

const INTRODUCTION = `ShareYourSales connects Moroccan merchants with the influencers who sell for them. An influencer shares
a link or a code; a customer clicks and orders, mostly cash on delivery; this API is told of the order, knows whose sale it
was, follows it until the cash is really collected, and computes the commission to the centime.

## The main job

1. A click goes through an affiliate link to your shop and brings a click token: \`?sys_click=…\`. Keep it with the cart.
2. Report the order with the token or the coupon code: \`POST /api/tracking/conversions\`. The commission is a **forecast**.
3. Tell what becomes of it: \`POST /api/tracking/conversions/{orderId}/events\`. When the cash is collected the commission is
   **earned**; when the parcel comes back it is void.
4. Both sides read their balance: \`GET /api/payments/balance\`.

Requests and answers are JSON (\`Content-Type: application/json\`). Times are ISO 8601 in UTC.`;

const PROOF = `## Proving who you are

| who | how |
|---|---|
| a merchant's or an influencer's server | \`Authorization: Bearer sk_live_…\`, an **API key** with the scopes it needs; \`sk_test_…\` keys open nothing in production |
| a program that signs in for a person | \`Authorization: Bearer <accessToken>\` from \`POST /api/auth/login\`; it ends at its \`expiresAt\` |
| a browser | the **cookies** of the login: \`__Host-access\` and \`__Host-refresh\`, which no script can read; \`POST /api/auth/refresh\` renews them |
| a shop's public pages | **publishable keys** (\`pk_…\`) may be seen by anybody: they open nothing that asks for a scope; never put an \`sk_\` key into a page |

Writes that are proven by cookies need the anti-forgery token too: send the value of the \`__Host-csrf\` cookie as
\`X-CSRF-Token\`. Writes with Bearer do not.

Keys are made under *Settings*, or with \`POST /api/users/me/api-keys\`, and are shown once. Each operation names the scope a key
needs. Somebody else's object is answered like a missing one: 404.`;

const MONEY = `## Money

Amounts are whole numbers in the minor unit of their currency, and their names say so: \`amountMinor: 45000\` with
\`currency: "MAD"\` is 450.00 MAD. Rates are basis points: \`rateBps: 1500\` is 15 %. Nothing is a fraction, so nothing is rounded
on the way.`;

const LISTS = `## Lists

Lists take \`?limit=1..100\` (50 unless told) and answer \`{ "data": [...], "nextCursor": "…" }\`. Send \`nextCursor\` back as
\`?cursor=…\` for the next page; on the last page it is null. Single objects come bare.`;

const SHOPS = `## Shops and couriers

A connector (\`POST /api/tracking/connectors\`) takes in what a shop or a courier sends to its \`webhookUrl\`. Each request is
signed with HMAC-SHA-256 over the very bytes of its body, checked before anything is read:

| platform | signature | encoding |
|---|---|---|
| Shopify | \`X-Shopify-Hmac-SHA256\` | base64 |
| WooCommerce | \`X-WC-Webhook-Signature\` | base64 |
| YouCan | \`X-YOUCAN-SIGNATURE\` | hex |
| a courier's system | \`X-Sys-Signature\` | hex |

The answer comes at once, 200; the order is recorded right after it. The same delivery again only counts. Each leaves a row in
\`GET /api/tracking/connectors/{id}/deliveries\` that says what became of it. A label that is in no status table leaves the order
as it is and tells you: add it to \`statusMapping\`, and the order catches up.`;

const OTHER_WAYS = `## Pages, addresses and files

\`/t.js\` in your shop's pages keeps the click for you and writes it into carts and forms. It can also tell of an order, with a
publishable key (\`pk_…\`): such a word makes no order and no commission, it only says which click the order came by, where your
server's own report of it carries none. Two different clicks for one order count for nobody.

A server that can only open an address calls \`GET /api/tracking/postback\`, its query signed. Orders and couriers' statuses
come from CSV files too: \`POST /api/tracking/conversions/import\` and \`POST /api/tracking/connectors/{id}/statuses\`, tried with
\`?dryRun=true\` first.`;

const WEBHOOKS = `## Webhooks

Name a server of yours (\`POST /api/webhooks/endpoints\`) and it is told of every state change within seconds: a POST of

\`\`\`
{ "type": "commission.earned", "timestamp": "2026-11-27T16:25:41.007Z",
  "data": { "object": { "id": "com_…", "state": "earned" }, "previous": { "state": "forecast" } } }
\`\`\`

\`object\` is what this API shows you, \`previous\` the state before where it is known. Deliveries follow
[Standard Webhooks](https://www.standardwebhooks.com): its libraries verify them with your \`whsec_…\` secret. By hand:
\`webhook-signature\` holds \`v1,\` and the base64 HMAC-SHA-256 of \`{webhook-id}.{webhook-timestamp}.{body}\`, the very bytes of
the body; the key is what is base64 behind \`whsec_\`. Refuse a timestamp more than five minutes away. While a new secret
replaces an old one both sign for 24 hours, parted by a space.

Answer 2xx within 10 seconds and work afterwards. Anything else, a redirect too, is tried again for a day with the same id and
body: the same \`webhook-id\` is the same news. Order of arrival says nothing, \`timestamp\` does. A day without any success, or a
410, pauses the endpoint; what happens meanwhile is sent when you resume. The log keeps 30 days, and each delivery can be sent
again. Servers must be of the public internet: https, a name and no number, port 443.`;

const LIVE = `## Live

\`GET /api/analytics/live\` is a WebSocket that tells of clicks, orders and commissions as they happen, numbered without gaps.
Come back with \`?after=\` and the last number you saw: what you missed comes first, or \`reset\` where it is too long ago, and
then \`GET /api/analytics/overview\` says where things stand.`;

const IDEMPOTENCY = `## Idempotency

Where an operation takes \`Idempotency-Key\`, send one of your own with each write: when the network fails, the same key and
body get the first answer again (with \`Idempotent-Replayed: true\`) instead of a second effect. The same key with another body is
refused. Orders and events are safe even without: an order id, an event id and a refund id count once.`;

const ERRORS = `## Errors

Every failure is a problem detail ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457), \`application/problem+json\`) with a \`code\`
of a closed list, see the schema **Problem**. Decide by \`code\`; \`title\` and \`detail\` are for people, in French, English or Arabic
after \`Accept-Language\`. When fields are wrong, \`errors\` names all of them at once.

| status | means |
|---|---|
| 400 | not JSON, or a header that cannot be read |
| 401 | no proof of who you are, or one that has ended |
| 403 | known, but not allowed: role, scope, suspended account |
| 404 | no such object of yours |
| 409 | it contradicts what is known |
| 413 | over 64 KB, or what the operation says of its files |
| 422 | fields that need correcting |
| 429 | too many requests: wait \`Retry-After\` seconds |
| 500, 503 | our fault; safe to send again with the same \`Idempotency-Key\` |`;

const RATES = `## Rate limits

| caller | requests a minute |
|---|---|
{rows}

The window slides. Every answer says how you stand: \`X-RateLimit-Limit\`, \`X-RateLimit-Remaining\` and \`X-RateLimit-Reset\` (epoch
seconds). Redirects of links are not limited.`;

const VERSIONS = `## Versions

There is one version, and it grows: answers may gain fields and lists of values may gain values, so ignore what you do not
know. Nothing that is documented here is taken away or changes its meaning without a new address beside the old one.`;
