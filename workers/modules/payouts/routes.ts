import { pageQuery } from "../../../schemas/page.ts";
import { commissionQuery } from "../../../schemas/payments.ts";
import { mapPage } from "../../db/page.ts";
import { newApp } from "../../http/app.ts";
import { session } from "../../http/session.ts";
import { query } from "../../http/validate.ts";
import { listCommissions } from "../commissions/queries.ts";
import { ledgerEntryOf, listLedgerEntries } from "../ledger/queries.ts";
import { commissionObject, getBalance } from "./queries.ts";

export const paymentsRoutes = newApp()
  .get("/balance", session("payments:read"), async (c) => c.json(await getBalance(c.get("ctx"))))
  .get("/commissions", session("payments:read"), query(commissionQuery), async (c) => {
    const ctx = c.get("ctx");
    const page = await listCommissions(ctx, c.req.valid("query"));
    return c.json(mapPage(page, (row) => commissionObject(row, ctx.now())));
  })
  .get("/ledger", session("payments:read"), query(pageQuery), async (c) =>
    c.json(mapPage(await listLedgerEntries(c.get("ctx"), c.req.valid("query")), ledgerEntryOf)),
  );
