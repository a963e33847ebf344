import { casablancaTime } from "./casablanca-time.ts";
import { isolated } from "./isolated.ts";
import { percentText } from "./percent-text.ts";
import type { MailTexts } from "./texts.ts";

const NOT_YOU_HOSTILE =
  "Si ce n’était pas vous, réinitialisez votre mot de passe tout de suite depuis la page de connexion, puis écrivez-nous.";

export const fr: MailTexts = {
  greeting: (name) => `Bonjour ${isolated(name)},`,
  linkInFull: "Le bouton ne s’ouvre pas ? Copiez cette adresse dans votre navigateur :",
  reason: "Vous recevez ce message parce que cette adresse est liée à un compte ShareYourSales.",
  support: (address) => `Une question ? Écrivez à ${isolated(address)}.`,
  mails: {
    verify_email: {
      subject: "Confirmez votre adresse e-mail",
      preheader: "Un clic et votre compte ShareYourSales est prêt.",
      lines: () => ["Confirmez que cette adresse est la vôtre pour activer votre compte."],
      action: "Confirmer mon adresse",
      notes: ["Vous n’avez pas créé de compte ? Ignorez ce message : sans confirmation, rien ne se passe."],
    },
    reset_password: {
      subject: "Choisissez un nouveau mot de passe",
      preheader: "Le lien ne sert qu’une fois et expire bientôt.",
      lines: () => [
        "Vous avez demandé à changer de mot de passe. Ce lien ne sert qu’une fois et expire bientôt.",
        "Ne le transmettez à personne : notre équipe ne vous le demandera jamais.",
      ],
      action: "Choisir un mot de passe",
      notes: ["Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe reste le même."],
    },
    password_changed: {
      subject: "Votre mot de passe a changé",
      preheader: "Vos autres appareils ont été déconnectés.",
      lines: () => ["Le mot de passe de votre compte vient d’être changé. Vos autres appareils ont été déconnectés."],
      notes: [NOT_YOU_HOSTILE],
    },
    new_sign_in: {
      subject: "Nouvelle connexion à votre compte",
      preheader: "Vérifiez que c’était bien vous.",
      lines: ({ device, at }) => [
        "Votre compte vient d’être ouvert depuis un nouvel appareil.",
        `Appareil : ${isolated(device)}`,
        `Date : ${isolated(casablancaTime(at))} (heure du Maroc)`,
      ],
      notes: ["C’était vous ? Il n’y a rien à faire.", NOT_YOU_HOSTILE],
    },
    totp_enabled: {
      subject: "La connexion en deux étapes est activée",
      preheader: "Un code vous sera demandé à chaque connexion.",
      lines: () => [
        "La connexion en deux étapes protège maintenant votre compte. Un code vous sera demandé à chaque connexion.",
        "Gardez vos codes de secours en lieu sûr : ils remplacent votre téléphone si vous le perdez.",
      ],
      notes: [NOT_YOU_HOSTILE],
    },
    totp_disabled: {
      subject: "La connexion en deux étapes est désactivée",
      preheader: "Votre mot de passe suffit désormais pour vous connecter.",
      lines: () => [
        "La connexion en deux étapes de votre compte vient d’être désactivée. Votre mot de passe suffit désormais pour vous connecter.",
      ],
      notes: [NOT_YOU_HOSTILE],
    },
    account_deleted: {
      subject: "Votre compte est supprimé",
      preheader: "Ce que la loi nous fait garder, et rien d’autre.",
      lines: () => [
        "Votre compte ShareYourSales est supprimé, comme vous l’avez demandé. Vous ne pouvez plus vous y connecter.",
        "Nous gardons seulement les pièces comptables que la loi impose de conserver.",
      ],
      notes: ["Vous n’avez pas demandé cette suppression ? Écrivez-nous tout de suite."],
    },
    api_key_created: {
      subject: "Nouvelle clé d’API",
      preheader: "Vérifiez que c’était bien vous.",
      lines: ({ keyName }) => [
        `Une clé d’API nommée ${isolated(keyName)} vient d’être créée sur votre compte. Elle peut agir en votre nom.`,
      ],
      notes: ["Si ce n’était pas vous, révoquez-la dans vos réglages, changez de mot de passe, puis écrivez-nous."],
    },
    request_received: {
      subject: "Nouvelle demande d’affiliation",
      preheader: "Elle attend votre réponse pendant 7 jours.",
      lines: ({ influencer, product }) => [
        `${isolated(influencer)} souhaite promouvoir ${isolated(product)}.`,
        "Consultez ses chiffres et répondez sous 7 jours : passé ce délai, la demande expire.",
      ],
      action: "Voir la demande",
      notes: ["Vous pouvez aussi accepter certaines demandes sans les examiner : réglez-le sur la même page."],
    },
    request_approved: {
      subject: "Votre demande est acceptée",
      preheader: "Créez votre lien et partagez-le.",
      lines: ({ merchant, product, rateBps }) => [
        `${isolated(merchant)} accepte que vous fassiez la promotion de ${isolated(product)}.`,
        ...(rateBps === undefined ? [] : [`Votre commission pour ce produit : ${percentText(rateBps, "fr")}.`]),
      ],
      action: "Créer mon lien",
      notes: [],
    },
    request_rejected: {
      subject: "Votre demande n’a pas été retenue",
      preheader: "La raison donnée par le marchand.",
      lines: ({ merchant, product, why }) => [
        `${isolated(merchant)} n’a pas retenu votre demande pour ${isolated(product)}.`,
        `Sa raison : ${isolated(why)}`,
      ],
      action: "Voir mes demandes",
      notes: ["Vous pourrez refaire une demande pour ce produit dans 30 jours."],
    },
    request_expired: {
      subject: "Votre demande a expiré",
      preheader: "Le marchand n’a pas répondu sous 7 jours.",
      lines: ({ merchant, product }) => [
        `${isolated(merchant)} n’a pas répondu sous 7 jours à votre demande pour ${isolated(product)}.`,
        "Vous pouvez la refaire dès maintenant, ou choisir un autre produit.",
      ],
      action: "Voir mes demandes",
      notes: [],
    },
    request_cancelled: {
      subject: "Une affiliation a été annulée",
      preheader: "L’influenceur s’est retiré.",
      lines: ({ influencer, product }) => [
        `${isolated(influencer)} ne souhaite plus promouvoir ${isolated(product)}.`,
        "Ses liens vers ce produit, s’il y en avait, ne sont plus actifs.",
      ],
      action: "Voir mes demandes",
      notes: [],
    },
    claim_received: {
      subject: "Une réclamation attend votre réponse",
      preheader: "Vous avez 10 jours pour répondre.",
      lines: ({ other, claim, answerBy }) => [
        claim === "missing_sale"
          ? `${isolated(other)} signale une vente qui vient de son lien et qui ne lui a pas été attribuée.`
          : `${isolated(other)} demande à reprendre une commande après la fin de son délai de garde : la commission serait annulée en tout ou en partie.`,
        `Répondez avant le ${isolated(casablancaTime(answerBy))} (heure du Maroc).`,
        claim === "missing_sale"
          ? "Sans réponse de votre part, notre équipe tranche."
          : "Sans réponse de votre part, le retour est accepté.",
      ],
      action: "Voir la réclamation",
      notes: [],
    },
    claim_answered: {
      subject: "Votre réclamation a reçu une réponse",
      preheader: "Lisez ce que l’autre partie répond.",
      lines: ({ other, answer }) => [
        answer === "accept"
          ? `${isolated(other)} accepte votre réclamation. Le nécessaire est fait, vous n’avez rien à faire.`
          : `${isolated(other)} conteste votre réclamation. Notre équipe l’examine et vous écrira sa décision.`,
      ],
      action: "Voir la réclamation",
      notes: [],
    },
    claim_escalated: {
      subject: "Une réclamation est restée sans réponse",
      preheader: "Notre équipe prend le relais.",
      lines: ({ other }) => [
        `La réclamation entre vous et ${isolated(other)} est restée sans réponse pendant 10 jours.`,
        "Notre équipe l’examine et vous écrira sa décision. Vous pouvez encore y joindre des pièces.",
      ],
      action: "Voir la réclamation",
      notes: [],
    },
    claim_decided: {
      subject: "Une réclamation est tranchée",
      preheader: "La décision et sa raison.",
      lines: ({ other, decision, by, why }) => [
        decision === "accept"
          ? `La réclamation entre vous et ${isolated(other)} est acceptée.`
          : `La réclamation entre vous et ${isolated(other)} est rejetée.`,
        by === "time"
          ? "Personne n’y avait répondu dans les 10 jours."
          : `La raison de notre équipe : ${isolated(why)}`,
      ],
      action: "Voir la réclamation",
      notes: [],
    },
    fraud_held: {
      subject: "Une commission est en vérification",
      preheader: "Une personne de notre équipe va regarder, et vous pouvez donner votre version.",
      lines: () => [
        "Une commission ne peut pas être versée pour l’instant : quelque chose dans la commande ou le lien demande à être regardé par une personne.",
        "Ce n’est pas un reproche. Vous voyez ce qui a été remarqué, et vous pouvez expliquer ce qui s’est passé.",
      ],
      action: "Voir la vérification",
      notes: ["Rien n’est perdu pendant ce temps : seule une personne peut décider, jamais un délai."],
    },
    fraud_decided: {
      subject: "Une vérification est terminée",
      preheader: "La décision et sa raison.",
      lines: ({ decision, why }) => [
        decision === "cleared"
          ? "Une personne de notre équipe a regardé votre dossier : tout est en ordre. Les commissions retenues suivent de nouveau leur cours."
          : "Une personne de notre équipe a regardé votre dossier : les commissions concernées ne seront pas versées.",
        `Sa raison : ${isolated(why)}`,
      ],
      action: "Voir la décision",
      notes: ["Si une commission a été refusée, vous pouvez demander une fois qu’une autre personne regarde."],
    },
    webhook_paused: {
      subject: "Vos envois automatiques sont en pause",
      preheader: "Votre serveur ne répond plus. Rien n’est perdu.",
      lines: ({ host }) => [
        `Plus aucune notification n’arrive à votre serveur ${isolated(host)} : il a refusé de nouveaux envois, ou aucun n’a abouti depuis 24 heures.`,
        "Nous avons mis les envois en pause. Ce qui se passe entre-temps est gardé 30 jours et partira à la reprise.",
      ],
      action: "Voir les envois et reprendre",
      notes: ["Corrigez d’abord votre serveur, puis reprenez les envois : un envoi d’essai se fait sur la même page."],
    },
    orders_waiting: {
      subject: "Des commandes attendent une suite",
      preheader: "Dites ce qu’elles sont devenues.",
      lines: ({ waiting, overdue, orders }) => [
        ...(waiting === 0
          ? []
          : [
              waiting === 1
                ? "Une commande attend une suite depuis plus de 15 jours."
                : `${waiting} commandes attendent une suite depuis plus de 15 jours.`,
            ]),
        ...(overdue === 0
          ? []
          : [
              overdue === 1
                ? "Une commande est sans issue depuis 45 jours. Elle compte désormais comme non livrée dans votre taux de livraison."
                : `${overdue} commandes sont sans issue depuis 45 jours. Elles comptent désormais comme non livrées dans votre taux de livraison.`,
            ]),
        `À commencer par : ${isolated(orders)}`,
        "Dites pour chacune si elle est livrée et encaissée, ou revenue. Vos partenaires attendent leur commission.",
      ],
      action: "Voir mes commandes",
      notes: ["Un transporteur ou une boutique reliés nous le disent à votre place."],
    },
    influencer_blocked: {
      subject: "Une collaboration a pris fin",
      preheader: "Vos liens vers ce marchand ne sont plus actifs.",
      lines: ({ merchant }) => [
        `Votre collaboration avec ${isolated(merchant)} a pris fin. Vos demandes et vos liens auprès de ce marchand ne sont plus actifs.`,
        "Les ventes déjà réalisées restent à vous : rien ne change pour elles.",
      ],
      notes: [],
    },
  },
};
