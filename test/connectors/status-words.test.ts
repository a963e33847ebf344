import { describe, expect, it } from "vitest";
import { labelKey, meaningOfLabel } from "../../workers/modules/tracking/connectors/rules.ts";

describe("a courier's word", () => {
  const courier = { platform: "courier", statusMapping: {} } as const;

  it.each([
    ["Nouveau colis", "confirmed"],
    ["ATTENTE DE RAMASSAGE", "confirmed"],
    ["ramasse", "shipped"],
    ["Expédié", "shipped"],
    ["Reçu", "shipped"],
    ["En voyage", "shipped"],
    ["Mise en distribution", "shipped"],
    ["Programmé", "none"],
    ["Reporté", "none"],
    ["Pas de réponse", "none"],
    ["Pas de réponse (jour 3)", "none"],
    ["pas de reponse j2", "none"],
    ["Pas de réponse (jour 1–3)", "none"],
    ["Injoignable 2/3", "none"],
    ["Injoignable", "none"],
    ["Boîte vocale", "none"],
    ["Numéro erroné", "none"],
    ["Hors-zone", "none"],
    ["hors zone", "none"],
    ["Refusé", "refused"],
    ["Annulé", "cancelled"],
    ["Livré", "delivered"],
    ["LIVRE", "delivered"],
    ["Échange", "none"],
    ["En retour", "none"],
    ["Retourné", "returned"],
    ["Endommagé", "lost"],
    ["Remboursement", "none"],
    ["Confirmée", "confirmed"],
    ["Pas intéressé", "cancelled"],
    ["Faux numéro", "none"],
    ["2ème appel", "none"],
    ["3eme appel", "none"],
    ["تم التوصيل", "delivered"],
    ["مسلّم", "delivered"],
    ["رفض الاستلام", "refused"],
    ["ملغاة", "cancelled"],
    ["مُرجَع", "returned"],
    ["الطرد ضائع", undefined],
    ["Quelque chose", undefined],
    ["!!!", undefined],
  ])("%s means %s", (label, meaning) => {
    expect(meaningOfLabel(courier, label)).toBe(meaning);
  });

  it("means what the merchant says it means, above the platform's table", () => {
    const own = { platform: "courier", statusMapping: { "En retour": "returned", "Quelque chose": "lost" } } as const;
    const signs = { platform: "courier", statusMapping: { "✅": "delivered", "❌": "returned" } } as const;
    expect([meaningOfLabel(signs, "✅"), meaningOfLabel(signs, "❌ ")]).toEqual(["delivered", "returned"]);
    expect(meaningOfLabel(own, "EN RETOUR")).toBe("returned");
    expect(meaningOfLabel(own, "quelque  chose")).toBe("lost");
    expect(labelKey("Livré ")).toBe(labelKey("livre"));
  });
});
