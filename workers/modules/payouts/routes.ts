import { pageOf, pageQuery } from "../../../schemas/page.ts";
import { balance, commission, commissionQuery, ledgerEntry } from "../../../schemas/payments.ts";
import { mapPage } from "../../db/page.ts";
import { newApp } from "../../http/app.ts";
import { answer, documented } from "../../http/documented.ts";
import { session } from "../../http/session.ts";
import { query } from "../../http/validate.ts";
import { listCommissions } from "../commissions/queries.ts";
import { ledgerEntryOf, listLedgerEntries } from "../ledger/queries.ts";
import { balanceExample, commissionExample, ledgerEntryExample } from "./examples.ts";
import { commissionObjects, getBalance } from "./queries.ts";

const tag = "Payments";
const roles = ["influencer", "merchant"] as const;

export const paymentsRoutes = newApp()
  .get(
    "/balance",
    documented({
      operation: "getBalance",
      tag,
      summary: "Read your balance",
      description:
        "From the ledger. Influencers: forecast (orders on their way), pending (earned, in hold), available, in transit to the bank, paid. Merchants: what is due, forecast and paid; a negative `dueMinor` is a credit.",
      roles,
      answers: { 200: answer(balance, balanceExample) },
    }),
    session("payments:read"),
    async (c) => c.json(await getBalance(c.get("ctx"))),
  )
  .get(
    "/commissions",
    documented({
      operation: "listCommissions",
      tag,
      summary: "List commissions, newest first",
      description:
        "`blockedBy` says what keeps a commission from being paid: its hold, the merchant's statement, or a check by a person (`fraud`).",
      roles,
      answers: { 200: answer(pageOf(commission), { data: [commissionExample], nextCursor: null }) },
    }),
    session("payments:read"),
    query(commissionQuery),
    async (c) => {
      const ctx = c.get("ctx");
      const page = await listCommissions(ctx, c.req.valid("query"));
      return c.json({ data: await commissionObjects(ctx, page.data), nextCursor: page.nextCursor });
    },
  )
  .get(
    "/ledger",
    documented({
      operation: "listLedgerEntries",
      tag,
      summary: "List the entries of your accounts in the ledger, newest first",
      description: "Each movement as your account sees it: `in` or `out`, with the account on the other side.",
      roles,
      answers: { 200: answer(pageOf(ledgerEntry), { data: [ledgerEntryExample], nextCursor: null }) },
    }),
    session("payments:read"),
    query(pageQuery),
    async (c) => c.json(mapPage(await listLedgerEntries(c.get("ctx"), c.req.valid("query")), ledgerEntryOf)),
  );
