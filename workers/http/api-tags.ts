/** The groups of the API (product.md), in the order they are read; each operation belongs to one. */
export const API_TAGS = {
  Authentication:
    "Accounts and sessions: register, verify the e-mail, log in (with two-step sign-in), refresh, log out, passwords, and the list of open sessions.",
  Users: "The signed-in person: profile, language, notifications, API keys, data export, deletion of the account.",
  Products: "What merchants sell and pay commissions for: products and services, categories, images, verified hosts.",
  Affiliates: "Affiliation requests, affiliate links and their coupon codes, and who promotes what.",
  Tracking:
    "Orders of a shop: report one, tell what becomes of it until its cash is collected, and read whose sale it was.",
  Analytics: "Clicks, orders and earnings over time and by link, product, place, device or campaign.",
  Payments: "Balances, commissions, the ledger, payouts to a bank account, statements of merchants.",
  Stripe: "Plans of merchants: checkout, trial, change, cancellation, invoices and quotas.",
  "Social Media": "Instagram, TikTok and Facebook accounts of influencers: followers, engagement, posts.",
  "AI Bot": "The assistant: conversations, streamed answers, recognised intents.",
  KYC: "Identity of merchants and influencers by Moroccan documents: what is asked for, uploads, checks, review.",
  Webhooks: "What shops, couriers and networks tell us, and what we tell a merchant's own server.",
  Admin: "For staff of the platform, by scope: decisions on people, plans, money and fraud; operations.",
  Health: "Whether the API lives, is ready, and how long each of its stores takes to answer.",
} as const;
export type ApiTag = keyof typeof API_TAGS;
