import type { PageTexts } from "./texts.ts";

export const fr: PageTexts = {
  endedTitle: "Cette offre est terminée",
  endedDetail: "Le marchand ou l'influenceur ne la propose plus. D'autres offres vous attendent.",
  soonTitle: "Cette offre n'a pas encore commencé",
  soonDetail: "Revenez un peu plus tard, ou découvrez ce qui est proposé aujourd'hui.",
  unknownTitle: "Ce lien n'existe pas",
  unknownDetail: "Il a peut-être été mal recopié. Vérifiez l'adresse, ou voyez les offres du moment.",
  failedTitle: "Un instant, s'il vous plaît",
  failedDetail: "Le lien n'a pas pu s'ouvrir. Réessayez dans quelques secondes.",
  seeOffers: "Voir les offres",
  goToOffer: "Voir l'offre",
};
