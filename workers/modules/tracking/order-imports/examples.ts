import type { OrderImportReport } from "../../../../schemas/order-imports.ts";

export const orderImportExample: OrderImportReport = {
  dryRun: true,
  counts: { create: 1, update: 1, unchanged: 0, invalid: 1 },
  linesTotal: 3,
  lines: [
    { line: 2, orderId: "1001", action: "create", errors: [] },
    { line: 3, orderId: "1002", action: "update", errors: [] },
    {
      line: 4,
      orderId: "1003",
      action: "invalid",
      errors: [{ path: "Montant", message: "Un montant comme 450,00 est attendu" }],
    },
  ],
};

export const parcelImportExample: OrderImportReport = {
  dryRun: false,
  counts: { create: 0, update: 2, unchanged: 0, invalid: 0 },
  linesTotal: 2,
  lines: [
    { line: 2, orderId: "1001", action: "update", errors: [] },
    {
      line: 3,
      orderId: "1002",
      action: "update",
      errors: [{ path: "Statut", message: "Ce statut n'est dans aucune table" }],
    },
  ],
};
