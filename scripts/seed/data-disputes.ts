/** What the people of the demo write to each other. */
export const CLAIM_WORDS = {
  missing:
    "Ma cliente a commandé juste après ma story, depuis mon lien. Elle m’a envoyé la confirmation avec ce numéro, mais la commande n’apparaît pas dans mes ventes.",
  agreed: "Vous avez raison : notre page de paiement avait perdu le lien ce jour-là. C’est corrigé.",
  contested: "Cette commande a été prise par téléphone. La cliente nous connaissait déjà et n’a cité aucun lien.",
  rejected: "La commande a été passée par téléphone deux jours avant le partage du lien.",
  returned: "Le colis nous est revenu ouvert après l’encaissement ; la cliente a été remboursée en magasin.",
} as const;
