import type { PageTexts } from "./texts.ts";

export const fr: PageTexts = {
  endedTitle: "Cette offre est terminée",
  endedDetail: "Le marchand ou l'influenceur ne la propose plus.",
  soonTitle: "Cette offre n'a pas encore commencé",
  soonDetail: "Revenez un peu plus tard.",
  unknownTitle: "Ce lien n'existe pas",
  unknownDetail: "Il a peut-être été mal recopié. Vérifiez l'adresse.",
  scannedTitle: "Trop de liens inconnus",
  scannedDetail: "Attendez une minute avant d'en essayer d'autres.",
  failedTitle: "Un instant, s'il vous plaît",
  failedDetail: "Le lien n'a pas pu s'ouvrir. Réessayez dans quelques secondes.",
  goOn: "Découvrir ShareYourSales",
  goToOffer: "Voir l'offre",
  similarTitle: "D'autres offres qui pourraient vous plaire",
};
