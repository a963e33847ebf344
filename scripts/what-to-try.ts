import type { DemoFile } from "./demo-file.ts";

import { BROWSER } from "./visitors.ts";

/** What a newcomer can paste to walk from a click to a balance. */
export function whatToTry({ baseUrl, merchant, influencer, admin, links }: DemoFile): string {
  const link = links[0]?.url ?? `${baseUrl}/r/none`;
  return `
ShareYourSales is running: ${baseUrl}   (Ctrl-C stops it)

Click a link: a redirect to the shop, with a click token
  curl -si -A '${BROWSER}' ${link}

Report an order for that click, 450 DH cash on delivery (a customer takes a moment: within 3 seconds it would be held)
  TOKEN=$(curl -s -o /dev/null -w '%{redirect_url}' -A '${BROWSER}' ${link} | sed 's/.*sys_click=//; s/&.*//'); sleep 4
  curl -s ${baseUrl}/api/tracking/conversions -H 'Authorization: Bearer ${merchant.apiKey}' -H 'Content-Type: application/json' \\
    -d '{"orderId":"try-'$(date +%s)'","clickToken":"'$TOKEN'","amountMinor":45000,"currency":"MAD","payment":"cod"}'

See the influencer's balance
  curl -s ${baseUrl}/api/payments/balance -H 'Authorization: Bearer ${influencer.apiKey}'

Sign in at ${baseUrl}/login   (password: ${merchant.password})
  merchant ${merchant.email} · influencer ${influencer.email}
  admin ${admin.email}, with a code of ${admin.totpSecret}
Mails are at ${baseUrl}/dev/mails, the API's documentation at ${baseUrl}/docs

All of it step by step: npm run demo
`;
}
