import type * as z from "zod";
import type { answerClaim, Claim, ClaimEvidence, createClaim, decideClaim } from "../../../../schemas/claims.ts";

/** What the API documentation shows; tests parse each example with the schema of its operation. */
export const createClaimExample: z.input<typeof createClaim> = {
  kind: "missing_sale",
  linkId: "lnk_01kaqh9c4df3v8zc0m5n6p7q8r",
  orderRef: "CMD-10482",
  orderedAt: "2026-11-18T20:10:00.000Z",
  amountMinor: 45000,
  message: "Ma cliente a commandé depuis ma story du 18 novembre ; voici sa confirmation.",
};

export const answerClaimExample: z.input<typeof answerClaim> = {
  answer: "contest",
  message: "Cette commande a été passée en magasin, sans lien.",
};

export const decideClaimExample: z.input<typeof decideClaim> = {
  decision: "accept",
  orderId: "10482",
  reason: "La confirmation montre le lien de l'influenceuse.",
};

export const evidenceExample: ClaimEvidence = {
  id: "evd_01kaqhad5ef3v8zc0m5n6p7q8r",
  by: "influencer",
  type: "image/jpeg",
  url: "/api/tracking/claims/clm_01kaqha95ef3v8zc0m5n6p7q8r/evidence/evd_01kaqhad5ef3v8zc0m5n6p7q8r",
  bytes: 184320,
};

/** As the influencer sees it who opened it. */
export const claimExample: Claim = {
  id: "clm_01kaqha95ef3v8zc0m5n6p7q8r",
  kind: "missing_sale",
  state: "open",
  merchant: { id: "usr_01kaqh5a2cf3v8zc0m5n6p7q8r", name: "Atlas Mode" },
  influencer: { id: "usr_01kaqh5b2cf3v8zc0m5n6p7q8r", name: "Salma Benali" },
  linkId: "lnk_01kaqh9c4df3v8zc0m5n6p7q8r",
  conversionId: null,
  orderId: null,
  orderRef: "CMD-10482",
  orderedAt: "2026-11-18T20:10:00.000Z",
  amountMinor: 45000,
  currency: "MAD",
  message: "Ma cliente a commandé depuis ma story du 18 novembre ; voici sa confirmation.",
  evidence: [evidenceExample],
  answer: null,
  answerBy: "2026-12-03T09:00:00.000Z",
  decision: null,
  isYourTurn: false,
  createdAt: "2026-11-23T09:00:00.000Z",
};

/** As the merchant sees it who contests. */
export const contestedClaimExample: Claim = {
  ...claimExample,
  state: "contested",
  answer: {
    answer: "contest",
    message: "Cette commande a été passée en magasin, sans lien.",
    at: "2026-11-24T10:30:00.000Z",
  },
};

/** As staff see it, decided. */
export const decidedClaimExample: Claim = {
  ...contestedClaimExample,
  state: "accepted",
  conversionId: "cnv_01kaqh8b3df3v8zc0m5n6p7q8r",
  orderId: "10482",
  decision: {
    decision: "accept",
    by: "admin",
    reason: "La confirmation montre le lien de l'influenceuse.",
    at: "2026-11-25T15:00:00.000Z",
  },
};
