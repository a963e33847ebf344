import type { ImportReport } from "../../../../schemas/products.ts";

export const importExample: ImportReport = {
  id: null,
  dryRun: true,
  counts: { create: 1, update: 1, unchanged: 0, invalid: 1 },
  linesDone: 0,
  linesTotal: 3,
  lines: [
    { line: 2, action: "create", reference: "DJ-01", title: "Djellaba brodée", changes: [], errors: [] },
    {
      line: 3,
      action: "update",
      reference: "BB-07",
      title: "Babouches en cuir",
      changes: [{ field: "Prix", from: "180,00", to: "165,00" }],
      errors: [],
    },
    {
      line: 4,
      action: "invalid",
      reference: "TP-11",
      title: "Tapis berbère",
      changes: [],
      errors: [{ path: "Prix", message: "Un nombre est attendu" }],
    },
  ],
};

export const exportExample =
  "Référence;Type;Titre (français);Prix;Commission;Catégorie;Page de vente\r\nDJ-01;Produit;Djellaba brodée;450,00;15,00 %;Djellabas et caftans;https://atlas-mode.ma/djellaba\r\n";
