import type { ProblemCode } from "../../../../schemas/problem.ts";
import type { ProblemText } from "../texts.ts";

/** Orders, their ways in and out, claims and fraud. */
export const fr = {
  "event.not_found": { title: "Événement introuvable", detail: "Cet événement n'existe pas sur cette commande." },
  "event.undo_too_late": {
    title: "Trop tard pour annuler",
    detail: "Un événement s'annule dans les 24 heures, depuis le tableau des commandes.",
  },
  "event.undo_refused": {
    title: "Annulation impossible",
    detail: "Cet événement est déjà annulé, ou n'est pas de ceux qui s'annulent.",
  },
  "return.hold_passed": {
    title: "Le délai de garde est passé",
    detail: "La commission est acquise. Ouvrez une demande de retour : l'influenceur pourra répondre.",
  },
  "connector.not_found": {
    title: "Connexion introuvable",
    detail: "Cette connexion n'existe pas ou n'est pas la vôtre.",
  },
  "connector.limit_reached": {
    title: "Trop de connexions",
    detail: "Supprimez une connexion avant d'en ajouter une autre.",
  },
  "connector.prefix_needed": {
    title: "Préfixe nécessaire",
    detail: "Une deuxième boutique a besoin d'un préfixe de commande qui lui est propre.",
  },
  "connector.prefix_taken": {
    title: "Préfixe déjà pris",
    detail: "Une autre de vos connexions utilise ce préfixe de commande.",
  },
  "connector.paused": {
    title: "Connexion en pause",
    detail: "Cette connexion est en pause : rien n'a été enregistré.",
  },
  "connector.wrong_platform": {
    title: "Pas pour cette connexion",
    detail: "Cette opération n'existe pas pour ce type de connexion.",
  },
  "webhook.signature_wrong": {
    title: "Signature refusée",
    detail: "La signature ne correspond pas au contenu. Vérifiez le secret de la connexion.",
  },
  "webhook.malformed": {
    title: "Message illisible",
    detail: "Ce message n'a pas la forme attendue de cette plateforme. Il est noté au journal.",
  },
  "postback.expired": {
    title: "Appel expiré",
    detail: "L'heure de l'appel (ts) s'écarte de plus de cinq minutes de la nôtre.",
  },
  "key.publishable_needed": {
    title: "Clé publique attendue",
    detail: "Cette adresse n'accepte qu'une clé publique (pk_).",
  },
  "claim.not_found": { title: "Réclamation introuvable", detail: "Cette réclamation n'existe pas." },
  "claim.already_open": {
    title: "Réclamation déjà ouverte",
    detail: "Une réclamation est déjà en cours pour cette commande.",
  },
  "claim.already_decided": { title: "Réclamation déjà tranchée", detail: "Cette réclamation n'attend plus rien." },
  "claim.not_your_turn": {
    title: "Ce n'est pas à vous d'agir",
    detail: "Cette réclamation attend l'autre partie ou la plateforme.",
  },
  "claim.not_possible": {
    title: "Réclamation impossible",
    detail: "Cette commande ne permet pas cette réclamation.",
  },
  "claim.order_differs": {
    title: "Commande incompatible",
    detail: "Cette commande a déjà un influenceur, ou a été passée avant le lien.",
  },
  "evidence.not_found": { title: "Pièce introuvable", detail: "Cette pièce n'existe pas." },
  "evidence.limit_reached": { title: "Trop de pièces", detail: "Chaque partie joint 3 pièces au plus." },
  "evidence.type_unsupported": {
    title: "Type de fichier non accepté",
    detail: "Une pièce est une image (JPEG, PNG, WebP, AVIF) ou un PDF.",
  },
  "fraud.case_not_found": { title: "Dossier introuvable", detail: "Ce dossier n'existe pas." },
  "fraud.already_decided": { title: "Dossier déjà tranché", detail: "Une personne a déjà décidé de ce dossier." },
  "fraud.appeal_closed": {
    title: "Appel impossible",
    detail: "Ce dossier a déjà reçu votre réponse, ou n'en attend pas.",
  },
  "fraud.second_person": {
    title: "Une autre personne décide",
    detail: "Vous avez refusé ce dossier : après un appel, c'est une autre personne qui le regarde.",
  },
  "fraud.rule_not_found": { title: "Règle introuvable", detail: "Cette règle n'existe pas." },
  "endpoint.not_found": {
    title: "Adresse de rappel introuvable",
    detail: "Cette adresse de rappel n'existe pas ou n'est pas la vôtre.",
  },
  "endpoint.limit_reached": {
    title: "Trop d'adresses de rappel",
    detail: "Supprimez-en une avant d'en ajouter une autre.",
  },
  "endpoint.url_refused": {
    title: "Adresse refusée",
    detail: "Seule une adresse https d'un serveur public est acceptée.",
  },
  "endpoint.paused": { title: "Adresse de rappel en pause", detail: "Reprenez-la d'abord." },
  "delivery.not_found": { title: "Envoi introuvable", detail: "Cet envoi n'existe pas." },
  "socket.expected": {
    title: "Connexion WebSocket attendue",
    detail: "Cette adresse n'ouvre que des connexions WebSocket.",
  },
} satisfies Partial<Record<ProblemCode, ProblemText>>;
export type OrderTexts = Readonly<Record<keyof typeof fr, ProblemText>>;
